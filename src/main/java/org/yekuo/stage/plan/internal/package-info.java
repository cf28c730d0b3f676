@NullMarked
package org.yekuo.stage.plan.internal;

import org.jspecify.annotations.NullMarked;
