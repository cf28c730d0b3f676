@NullMarked
package org.yekuo.stage.energisation.internal;

import org.jspecify.annotations.NullMarked;
