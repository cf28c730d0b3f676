/** How requests are read and answers written. */
@NullMarked
package org.yekuo.api.internal;

import org.jspecify.annotations.NullMarked;
