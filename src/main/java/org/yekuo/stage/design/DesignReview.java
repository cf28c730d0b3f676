package org.yekuo.stage.design;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The written opinion on the customer's drawings (审图意见书).
 *
 * @param designer    who drew them, chosen by the customer (三不指定, 细则 2.3)
 * @param drawings    what was sent in, by discipline
 * @param conclusion  agreed or not
 * @param opinions    what is wrong, each with its article; all of it at once
 * @param hiddenWorks whether works will be covered (隐蔽工程) that must be inspected before
 */
public record DesignReview(
        @Asked(usedBy = {"rule:design.designer-not-the-customers-choice", "room:supervision"}) Designer designer,
        @Asked(usedBy = {"rule:design.no-drawings", "letter:DESIGN_OPINION"}) List<Drawings> drawings,
        @Asked(usedBy = {"rule:design.refused-without-opinion", "letter:DESIGN_OPINION"}) Conclusion conclusion,
        @Asked(usedBy = {"rule:design.opinion-without-article", "letter:DESIGN_OPINION"}) @Nullable List<Finding> opinions,
        @Asked(usedBy = "stage:mid-inspection", fact = "hiddenWorks") boolean hiddenWorks) implements StageResult {

    /** 同意, 不同意. */
    public enum Conclusion { AGREED, NOT_AGREED }

    /**
     * The designing company (设计单位).
     *
     * @param chosenBy     who chose it; must be the customer
     * @param licenceClass 资质等级, such as 乙级
     */
    public record Designer(
            @Asked(usedBy = {"room:supervision", "letter:DESIGN_OPINION"}, maxLength = 100) String company,
            @Asked(usedBy = "stage:archive", maxLength = 60) String licenceNo,
            @Asked(usedBy = "stage:archive", maxLength = 40) String licenceClass,
            @Asked(usedBy = "rule:design.licence-expired") LocalDate validUntil,
            @Asked(usedBy = "rule:design.designer-not-the-customers-choice") ChosenBy chosenBy) {}

    public enum ChosenBy { CUSTOMER, OTHERS }

    /** 土建, 线路, 变电. */
    public enum Discipline { CIVIL, LINES, SUBSTATION }

    public record Drawings(
            @Asked(usedBy = "letter:DESIGN_OPINION") Discipline discipline,
            @Asked(usedBy = {"rule:design.no-drawings", "letter:DESIGN_OPINION"}, min = "0", max = "9999") int sheets) {}

    /** @param article what it breaks; without one it is a wish, and wishes are not imposed */
    public record Finding(
            @Asked(usedBy = "letter:DESIGN_OPINION", maxLength = 500) String text,
            @Asked(usedBy = {"rule:design.opinion-without-article", "letter:DESIGN_OPINION"}, maxLength = 100) String article) {}

    public List<Finding> opinionsOrNone() {
        return opinions == null ? List.of() : opinions;
    }
}
