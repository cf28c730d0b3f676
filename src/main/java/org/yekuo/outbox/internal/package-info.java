/** How messages are kept and sent. */
@NullMarked
package org.yekuo.outbox.internal;

import org.jspecify.annotations.NullMarked;
