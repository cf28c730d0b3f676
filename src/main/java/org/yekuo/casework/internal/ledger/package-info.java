/** The core of the hall: pure, without Spring and without a clock of its own. */
@NullMarked
package org.yekuo.casework.internal.ledger;

import org.jspecify.annotations.NullMarked;
