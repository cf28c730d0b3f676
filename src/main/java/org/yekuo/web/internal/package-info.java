@NullMarked
package org.yekuo.web.internal;

import org.jspecify.annotations.NullMarked;
