@NullMarked
package org.yekuo.stage.temporary.internal;

import org.jspecify.annotations.NullMarked;
