@NullMarked
package org.yekuo.stage.contract.internal;

import org.jspecify.annotations.NullMarked;
