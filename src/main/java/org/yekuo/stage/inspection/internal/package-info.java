@NullMarked
package org.yekuo.stage.inspection.internal;

import org.jspecify.annotations.NullMarked;
