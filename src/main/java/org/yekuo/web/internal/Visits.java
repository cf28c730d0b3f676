package org.yekuo.web.internal;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Appointment;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.grid.PlannedOutage;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Text;
import org.yekuo.web.form.PageField;

/** How pages put appointments: what for, when, who comes. Templates know it as {@code visits}. */
@Component("visits")
public class Visits {

    private final StageNames stages;
    private final Organisation organisation;
    private final Say say;

    Visits(StageNames stages, Organisation organisation, Say say) {
        this.stages = stages;
        this.organisation = organisation;
        this.say = say;
    }

    /** What somebody comes for. */
    public String work(String stage) {
        return say.of(name(stage));
    }

    public Text name(String stage) {
        return stages.name(stage, "", true);
    }

    /** The hours where they were agreed on, else the part of the day. */
    public String when(Appointment visit) {
        return visit.from() == null || visit.to() == null ? say.key("word.Slot." + visit.slot()) : visit.from() + "–" + visit.to();
    }

    public String people(Appointment visit) {
        return String.join(say.chinese() ? "、" : ", ", visit.visit().people().stream().map(no -> organisation.staff(no).map(Staff::name).orElse(no)).toList());
    }

    public String phone(Appointment visit) {
        return organisation.staff(visit.visit().people().getFirst()).map(Staff::phone).orElse("95598");
    }

    /** An outage in words: 2008-06-16 08:00–16:00. */
    public String hours(PlannedOutage outage) {
        var from = ZonedDateTime.ofInstant(outage.startsAt(), BusinessClock.SHANGHAI);
        var to = ZonedDateTime.ofInstant(outage.endsAt(), BusinessClock.SHANGHAI);
        return from.toLocalDate() + " " + from.toLocalTime() + "–" + (to.toLocalDate().equals(from.toLocalDate()) ? "" : to.toLocalDate() + " ") + to.toLocalTime();
    }

    /** What was counted so far, kW; what is no number counts nothing. */
    public String total(PageField appliances) {
        return appliances.rows().stream().map(row -> number(row, ".kw").multiply(number(row, ".count"))).reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal number(PageField.Row row, String name) {
        return row.fields().stream().filter(field -> field.path().endsWith(name) && field.value().matches("[0-9]{1,7}([.][0-9]{1,4})?")).findFirst()
                .map(field -> new BigDecimal(field.value())).orElse(BigDecimal.ZERO);
    }

    /** Why it was not kept: a sentence of a room, or what somebody wrote. */
    public String why(Appointment visit) {
        return visit.note() == null ? "" : say.keyOr(visit.note(), visit.note());
    }
}
