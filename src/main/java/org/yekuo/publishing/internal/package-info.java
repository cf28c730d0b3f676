/** How drafts and proposals are read, kept and compared. */
@NullMarked
package org.yekuo.publishing.internal;

import org.jspecify.annotations.NullMarked;
