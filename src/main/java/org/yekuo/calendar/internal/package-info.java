@NullMarked
package org.yekuo.calendar.internal;

import org.jspecify.annotations.NullMarked;
