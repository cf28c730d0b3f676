/** How traces are kept and changes are judged. */
@NullMarked
package org.yekuo.administration.internal;

import org.jspecify.annotations.NullMarked;
