/**
 * What the program says (语言): every sentence in Chinese and in English, from {@code messages/<room>.properties}. The API and the pages speak
 * through it; no other room puts words together.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "vocabulary")
package org.yekuo.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
