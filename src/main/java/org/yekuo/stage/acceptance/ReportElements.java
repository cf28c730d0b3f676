package org.yekuo.stage.acceptance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;

/**
 * Elements of the application report (用电申请报告) that the application left out, handed in later. What it already said is not asked again.
 *
 * @param supplyManagement how supply is managed once a residential community is built (小区建成后的供电管理方式, 细则 4.1.5)
 */
public record ReportElements(
        @Asked(usedBy = {"letter:DEFICIENCY_NOTICE", "letter:PLAN_REPLY"}, maxLength = 100) @Nullable String projectName,
        @Asked(usedBy = {"letter:DEFICIENCY_NOTICE", "stage:plan-draft"}, maxLength = 100) @Nullable String industry,
        @Asked(usedBy = {"letter:DEFICIENCY_NOTICE", "stage:plan-draft"}, maxLength = 200) @Nullable String products,
        @Asked(usedBy = {"letter:DEFICIENCY_NOTICE", "stage:plan-draft"}) @Nullable LocalDate requiredBy,
        @Asked(usedBy = {"letter:DEFICIENCY_NOTICE", "stage:plan-draft"}, maxLength = 200) @Nullable String supplyManagement) {

    /** These, with {@code later} where it says something. */
    public ReportElements with(@Nullable ReportElements later) {
        return later == null ? this : new ReportElements(
                later.projectName == null ? projectName : later.projectName,
                later.industry == null ? industry : later.industry,
                later.products == null ? products : later.products,
                later.requiredBy == null ? requiredBy : later.requiredBy,
                later.supplyManagement == null ? supplyManagement : later.supplyManagement);
    }
}
