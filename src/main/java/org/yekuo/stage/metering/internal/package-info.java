@NullMarked
package org.yekuo.stage.metering.internal;

import org.jspecify.annotations.NullMarked;
