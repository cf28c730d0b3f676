@NullMarked
package org.yekuo.web.open;

import org.jspecify.annotations.NullMarked;
