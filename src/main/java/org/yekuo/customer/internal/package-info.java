/** The tables of customers and what is written into them. */
@NullMarked
package org.yekuo.customer.internal;

import org.jspecify.annotations.NullMarked;
