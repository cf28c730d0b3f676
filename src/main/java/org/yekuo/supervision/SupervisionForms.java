package org.yekuo.supervision;

import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;

/** What is asked by those who urge, supervise and answer. */
public final class SupervisionForms {

    private SupervisionForms() {}

    /** 催办. */
    public record UrgeForm(@Asked(usedBy = "room:supervision", maxLength = 500) @Nullable String said) {}

    /** 催办答复. */
    public record UrgeAnswerForm(@Asked(usedBy = "room:supervision", maxLength = 500) String answer) {}

    /** 督办. */
    public record SuperviseForm(
            @Asked(usedBy = "room:supervision", maxLength = 1000) String demand,
            @Asked(usedBy = "room:supervision", min = "1", max = "30") Integer answerInDays) {}

    /** 督办答复. */
    public record MeasuresForm(@Asked(usedBy = "room:supervision", maxLength = 2000) String measures) {}

    /** 销号. */
    public record ClosingForm(@Asked(usedBy = "room:supervision", maxLength = 1000) @Nullable String remark) {}
}
