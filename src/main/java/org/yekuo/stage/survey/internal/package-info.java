@NullMarked
package org.yekuo.stage.survey.internal;

import org.jspecify.annotations.NullMarked;
