@NullMarked
package org.yekuo.stage.callback.internal;

import org.jspecify.annotations.NullMarked;
