@NullMarked
package org.yekuo.stage.gridworks.internal;

import org.jspecify.annotations.NullMarked;
