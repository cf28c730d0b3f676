@NullMarked
package org.yekuo.stage.design.internal;

import org.jspecify.annotations.NullMarked;
