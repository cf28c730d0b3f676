@NullMarked
package org.yekuo.stage.afterwards.internal;

import org.jspecify.annotations.NullMarked;
