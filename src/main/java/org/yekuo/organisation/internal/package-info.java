/** How the organisation is kept. */
@NullMarked
package org.yekuo.organisation.internal;

import org.jspecify.annotations.NullMarked;
