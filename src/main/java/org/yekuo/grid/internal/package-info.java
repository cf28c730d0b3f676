/** The tables of the network. */
@NullMarked
package org.yekuo.grid.internal;

import org.jspecify.annotations.NullMarked;
