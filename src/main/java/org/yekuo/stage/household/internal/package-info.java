@NullMarked
package org.yekuo.stage.household.internal;

import org.jspecify.annotations.NullMarked;
