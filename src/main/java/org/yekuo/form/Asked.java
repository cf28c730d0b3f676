package org.yekuo.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component of a form asks. A component that is not {@code @Nullable} is mandatory, and a mandatory one names who needs it:
 * a rule, a letter or a later stage. Nothing else may be mandatory.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Asked {

    /** Who uses the answer: {@code rule:<id>}, {@code letter:<kind>}, {@code stage:<key>}, {@code room:<name>}. */
    String[] usedBy();

    /** The fact it states, if it states one; a fact is asked in one form only. */
    String fact() default "";

    /** The least number, inclusive. */
    String min() default "";

    /** The greatest number, inclusive. */
    String max() default "";

    /** The longest text, in characters. */
    int maxLength() default 200;

    /** A regular expression the whole text meets. */
    String pattern() default "";

    /**
     * What must have been answered for the question to concern her, by the place of the answer in its form: {@code business=TEMPORARY},
     * {@code project.nature!=RESIDENTIAL}, {@code kind=A|B}; any one of several will do; none where it concerns everybody. Pages keep what does not concern her out of her way;
     * rules don't look at it.
     */
    String[] when() default {};
}
