@NullMarked
package org.yekuo.web.staff;

import org.jspecify.annotations.NullMarked;
