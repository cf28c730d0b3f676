/** How the hall works inside. */
@NullMarked
package org.yekuo.casework.internal;

import org.jspecify.annotations.NullMarked;
