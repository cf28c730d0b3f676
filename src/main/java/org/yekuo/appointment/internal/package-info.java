@NullMarked
package org.yekuo.appointment.internal;

import org.jspecify.annotations.NullMarked;
