@NullMarked
package org.yekuo.database.internal;

import org.jspecify.annotations.NullMarked;
