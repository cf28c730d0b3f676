@NullMarked
package org.yekuo.web.acts;

import org.jspecify.annotations.NullMarked;
