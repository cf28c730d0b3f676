package org.yekuo.stage.acceptance.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.stage.acceptance.ReportElements;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Text;

/**
 * The elements an application report (用电申请报告) must contain. Name, place, nature, capacity, contact and phone are asked of everyone, so
 * only the others can be missing.
 */
final class Elements {

    private Elements() {}

    static List<Shortfall> missing(Application application, ReportElements later, Facts facts, Clause clause) {
        var missing = new ArrayList<Shortfall>();
        var project = application.project();
        boolean community = facts.text("class").filter("RESIDENTIAL_COMMUNITY"::equals).isPresent();
        need(missing, "projectName", new Text("工程项目名称", "Name of the project"), clause, project.name(), later.projectName());
        need(missing, "requiredBy", new Text("供电时间要求", "Day the supply is required"), clause, application.requiredBy(), later.requiredBy());
        if (community) {
            need(missing, "supplyManagement", new Text("小区建成后的供电管理方式", "How supply is managed once the community is built"), clause,
                    null, later.supplyManagement());
        } else {
            need(missing, "industry", new Text("所属行业", "Industry"), clause, project.industry(), later.industry());
            need(missing, "products", new Text("主要产品", "Main products"), clause, project.products(), later.products());
        }
        return missing;
    }

    private static void need(List<Shortfall> missing, String code, Text name, Clause clause, @Nullable Object said, @Nullable Object saidLater) {
        if (isSilent(said) && isSilent(saidLater)) {
            missing.add(new Shortfall(Shortfall.Kind.MISSING_ELEMENT, code, name, null, clause));
        }
    }

    private static boolean isSilent(@Nullable Object said) {
        return said == null || said instanceof String text && text.isBlank();
    }
}
