/** How packs are read from YAML, checked and stored. */
@NullMarked
package org.yekuo.regulation.internal;

import org.jspecify.annotations.NullMarked;
