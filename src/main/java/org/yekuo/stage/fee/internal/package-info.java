@NullMarked
package org.yekuo.stage.fee.internal;

import org.jspecify.annotations.NullMarked;
