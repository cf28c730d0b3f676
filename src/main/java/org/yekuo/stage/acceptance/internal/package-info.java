@NullMarked
package org.yekuo.stage.acceptance.internal;

import org.jspecify.annotations.NullMarked;
