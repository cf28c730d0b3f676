/** How sign-in and keys work inside. */
@NullMarked
package org.yekuo.access.internal;

import org.jspecify.annotations.NullMarked;
