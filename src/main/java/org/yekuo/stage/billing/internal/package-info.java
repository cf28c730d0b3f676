@NullMarked
package org.yekuo.stage.billing.internal;

import org.jspecify.annotations.NullMarked;
