package org.yekuo.web.staff;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.internal.Say;
import org.yekuo.web.internal.StageNames;

/** Rows of the worklist with the names people know. */
@Component
class ListRows {

    /** How wide the bar of a part's days is drawn. */
    static final int BAR = 72;

    private static final Text CUSTOMER = new Text("客户", "the customer");

    /**
     * One row in the reader's language, every word as it is read: what is put together once here is not worked out again, piece by piece, by the page.
     *
     * @param customers whether the customer has it
     * @param todo      what is to be done
     * @param place     where it is done or, where it is not the reader's to do, where the case stands
     * @param caseAt    where the case stands
     * @param who       who has it: a colleague, a role, or the customer
     * @param pick      what is posted when it is ticked
     * @param about     what is posted when it is urged
     * @param used      how much of the bar is used up
     * @param phase     which phase, where there are several
     * @param round     which round, where it is not the first
     * @param due       its latest day, or null
     * @param left      how many days are left until then
     */
    record Row(ReadingInbox.Item item, boolean customers, String todo, String place, String caseAt, String who, String unit, String pick, String about, int used,
            @Nullable String phase, @Nullable String round, String state, @Nullable String due, @Nullable String left, String why, String opened, String closed) {}

    private final Organisation organisation;
    private final StageNames stages;
    private final Say say;

    ListRows(Organisation organisation, StageNames stages, Say say) {
        this.organisation = organisation;
        this.stages = stages;
        this.say = say;
    }

    /** @param hers whether the list is of what its reader may do herself */
    Row row(ReadingInbox.Item item, boolean hers) {
        boolean customers = item.role().equals("CUSTOMER");
        var at = "/work/cases/" + item.caseNo();
        var place = hers && !customers ? at + "/stages/" + item.stage() + (item.phase() > 0 ? "?phase=" + item.phase() : "") : at;
        var who = Optional.ofNullable(item.assignee()).flatMap(organisation::staff).map(Staff::name).orElseGet(() -> say.of(role(item.role())));
        var left = item.daysLeft();
        return new Row(item, customers, say.of(stages.name(item.stage(), item.part(), item.lead())), place, at, who, unit(item.responsibleUnit()),
                String.join(" ", item.caseNo(), item.stage(), String.valueOf(item.phase()), item.lead() ? "lead" : item.part()),
                item.caseNo() + " " + item.stage() + "/" + item.phase() + "/" + item.part(), used(item),
                item.phase() > 0 ? say.key("web.phase", item.phase()) : null, item.round() > 1 ? say.key("web.round", item.round()) : null,
                say.key("web.state." + item.state()), item.dueOn() == null ? null : say.day(item.dueOn()),
                left == null ? null : left < 0 ? say.key("web.late-by", -left) : say.key("web.left", left), say.of(item.why()), say.day(item.openedOn()), say.day(item.closedOn()));
    }

    String unit(String code) {
        return UnitCode.isValid(code) ? organisation.unit(new UnitCode(code)).map(unit -> unit.name()).orElse(code) : code;
    }

    private static Text role(String role) {
        return role.equals("CUSTOMER") ? CUSTOMER : Arrays.stream(Role.values()).filter(one -> one.name().equals(role)).findFirst().map(Role::text).orElse(new Text(role, role));
    }

    private static int used(ReadingInbox.Item item) {
        var left = item.daysLeft();
        return left == null || item.days() <= 0 ? 0 : Math.clamp((long) BAR * (item.days() - left) / item.days(), 0, BAR);
    }
}
