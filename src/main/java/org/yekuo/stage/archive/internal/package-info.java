@NullMarked
package org.yekuo.stage.archive.internal;

import org.jspecify.annotations.NullMarked;
