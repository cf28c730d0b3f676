/** The sample province's past (示范案件): stories of cases, each told by its acts, played in the order of their days. */
@NullMarked
package org.yekuo.drill.sample;

import org.jspecify.annotations.NullMarked;
