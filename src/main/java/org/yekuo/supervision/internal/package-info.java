@NullMarked
package org.yekuo.supervision.internal;

import org.jspecify.annotations.NullMarked;
