@NullMarked
package org.yekuo.web.form;

import org.jspecify.annotations.NullMarked;
