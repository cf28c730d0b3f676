@NullMarked
package org.yekuo.portal.internal;

import org.jspecify.annotations.NullMarked;
