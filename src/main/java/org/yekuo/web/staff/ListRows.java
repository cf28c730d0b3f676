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
import org.yekuo.web.internal.StageNames;

/** Rows of the worklist with the names people know. */
@Component
class ListRows {

    /** How wide the bar of a part's days is drawn. */
    static final int BAR = 72;

    private static final Text CUSTOMER = new Text("客户", "the customer");

    /**
     * One row, as it is read.
     *
     * @param pick  what is posted when it is ticked
     * @param about what is posted when it is urged
     * @param used  how much of the bar is used up
     */
    record Row(ReadingInbox.Item item, Text stage, Text role, String unit, @Nullable String assignee, String pick, String about, int used) {

        public boolean customers() {
            return item.role().equals("CUSTOMER");
        }
    }

    private final Organisation organisation;
    private final StageNames stages;

    ListRows(Organisation organisation, StageNames stages) {
        this.organisation = organisation;
        this.stages = stages;
    }

    Row row(ReadingInbox.Item item) {
        var part = item.lead() ? "lead" : item.part();
        return new Row(item, stages.name(item.stage(), item.part(), item.lead()), role(item.role()), unit(item.responsibleUnit()),
                Optional.ofNullable(item.assignee()).flatMap(organisation::staff).map(Staff::name).orElse(null),
                String.join(" ", item.caseNo(), item.stage(), String.valueOf(item.phase()), part), item.caseNo() + " " + item.stage() + "/" + item.phase() + "/" + item.part(), used(item));
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
