package org.yekuo.drill.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.AnsweringAppointment;
import org.yekuo.appointment.Appointment;
import org.yekuo.appointment.AppointmentForms;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.Crew;
import org.yekuo.appointment.KeepingCrews;
import org.yekuo.appointment.PlacingVisit;
import org.yekuo.appointment.Slot;
import org.yekuo.appointment.Visit;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.grid.Outages;
import org.yekuo.grid.PlannedOutage;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The sample province's crews, their visits, and the lines that will be out. */
@Component
class FieldDesk {

    private static final Actor SETTING_UP = Actor.system("sample");
    private static final String ON_STAGE_SURVEY = "survey";

    private final KeepingCrews crews;
    private final PlacingVisit placing;
    private final AnsweringAppointment answering;
    private final Appointments appointments;
    private final Outages outages;
    private final Organisation organisation;
    private final BusinessClock clock;

    FieldDesk(KeepingCrews crews, PlacingVisit placing, AnsweringAppointment answering, Appointments appointments, Outages outages, Organisation organisation, BusinessClock clock) {
        this.crews = crews;
        this.placing = placing;
        this.answering = answering;
        this.appointments = appointments;
        this.outages = outages;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Makes up crews where there are none; two outages on lines of a county in the days to come. */
    void prepare(List<Place> places, Place county, LocalDate today) {
        places.stream().filter(place -> crews.of(place.unit()).isEmpty()).forEach(place -> {
            crew(place.unit(), "勘查班", Role.SURVEYOR, 8);
            crew(place.unit(), "检验班", Role.INSPECTOR, 6);
            crew(place.unit(), "装表接电班", Role.METER_INSTALLER, 12);
        });
        if (outages.of(county.unit(), today, today.plusDays(7)).isEmpty()) {
            out(county.unit(), county.feeder(1), today.plusDays(1), 8, 16, "线路检修");
            out(county.unit(), county.feeder(3), today.plusDays(2), 9, 12, "配合接火");
        }
    }

    private void crew(UnitCode company, String name, Role role, int perHalfDay) {
        var people = organisation.holders(company, role, clock.today()).stream().map(Staff::no).limit(2).toList().reversed();
        if (!people.isEmpty()) {
            crews.put(new Crew(company, name, role, people, perHalfDay), SETTING_UP);
        }
    }

    private void out(UnitCode company, String feeder, LocalDate day, int from, int to, String note) {
        outages.plan(company, new PlannedOutage(feeder, day.atTime(LocalTime.of(from, 0)).atZone(BusinessClock.SHANGHAI).toInstant(),
                day.atTime(LocalTime.of(to, 0)).atZone(BusinessClock.SHANGHAI).toInstant(), note));
    }

    Answer<Acted> place(CaseNo no, String stage, int phase, List<String> people, LocalDate day, Slot slot, Actor by) {
        return placing.place(no, stage, phase, new Visit(people, day, slot, null, null), true, by);
    }

    Answer<Acted> agree(CaseNo no) {
        return answering.agree(no, survey(no).n(), Actor.customer(no, "客户"));
    }

    Answer<Acted> ask(CaseNo no, LocalDate first, LocalDate second) {
        return answering.ask(no, survey(no).n(), new AppointmentForms.WishForm(first, Slot.AFTERNOON, second, Slot.MORNING), Actor.customer(no, "客户"));
    }

    private Appointment survey(CaseNo no) {
        return appointments.live(no, ON_STAGE_SURVEY, 0).orElseThrow();
    }
}
