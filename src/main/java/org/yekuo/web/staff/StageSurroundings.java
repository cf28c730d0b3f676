package org.yekuo.web.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.yekuo.access.CurrentStaff;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.appointment.Appointment;
import org.yekuo.appointment.Appointments;
import org.yekuo.casework.PreparingStage;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.StageWorks;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.form.PageField;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.internal.Say;
import org.yekuo.web.internal.StageNames;

/** What stands around a stage's form: what earlier stages found, colleagues' opinions, the conditions of energising, what the archive misses. */
@Component
class StageSurroundings {

    /** An earlier stage as it was handed in. */
    record Before(Text name, ReadingCase.Stage run, List<PageField> fields) {}

    /** A colleague's part of the run. */
    record Colleague(ReadingCase.Part part, Text name, String unit, String who, boolean mine, boolean open, Appointment.@Nullable Reply reply) {}

    /** Stages that judge or hand over what another wrote: it stands above their form. */
    private static final Map<String, String> READ_FIRST = Map.of("plan-approval", "plan-draft", "plan-reply", "plan-draft", "constrained-reply", "survey", "contract", "plan-draft");

    private final ReadingCase reading;
    private final StageWorks works;
    private final PageForms forms;
    private final Regulations regulations;
    private final Organisation organisation;
    private final CurrentStaff current;
    private final BusinessClock clock;
    private final Say say;
    private final Appointments appointments;
    private final StageNames names;
    private final ResultNames results;

    StageSurroundings(ReadingCase reading, StageWorks works, PageForms forms, Regulations regulations, Organisation organisation, CurrentStaff current, BusinessClock clock, Say say,
            Appointments appointments, StageNames names, ResultNames results) {
        this.reading = reading;
        this.works = works;
        this.forms = forms;
        this.regulations = regulations;
        this.organisation = organisation;
        this.current = current;
        this.clock = clock;
        this.say = say;
        this.appointments = appointments;
        this.names = names;
        this.results = results;
    }

    void add(CaseNo number, PreparingStage.Prepared prepared, Model model) {
        var summary = reading.summary(number, current.actor()).orElseThrow();
        var stages = reading.stages(number, current.actor()).orElse(List.of());
        var visit = appointments.live(number, prepared.run().stage(), prepared.run().phase()).orElse(null);
        var definition = regulations.pack(summary.pack()).flatMap(pack -> pack.procedure(summary.procedure())).flatMap(procedure -> procedure.stage(prepared.run().stage()));
        model.addAttribute("title", say.of(prepared.run().name()) + " · " + summary.application().customerName());
        model.addAttribute("receipt", definition.map(StageDefinition::receipt).isPresent());
        var before = before(number, stages, prepared.run(), regulations.pack(summary.pack()));
        var letter = before.stream().filter(one -> READ_FIRST.getOrDefault(prepared.run().stage(), "").equals(one.run().stage())).findFirst();
        model.addAttribute("letter", letter.orElse(null));
        model.addAttribute("before", before.stream().filter(one -> letter.filter(shown -> shown == one).isEmpty()).toList());
        model.addAttribute("colleagues", prepared.run().parts().stream().filter(part -> !part.kind().equals("LEAD")).map(part -> colleague(prepared.run().stage(), part, visit)).toList());
        model.addAttribute("visit", visit);
        model.addAttribute("visiting", visit != null || prepared.run().stage().equals("survey") && prepared.run().state().equals("OPEN"));
        model.addAttribute("lights", prepared.choices().getOrDefault("conditions", List.of()));
        model.addAttribute("missing", prepared.choices().getOrDefault("missing", List.of()));
        model.addAttribute("limits", reading.limits(number, current.actor()).orElse(List.of()).stream().filter(limit -> limit.state().equals("RUNNING")).toList());
    }

    private List<Before> before(CaseNo number, List<ReadingCase.Stage> stages, ReadingCase.Stage run, Optional<Pack> pack) {
        var before = new ArrayList<Before>();
        stages.stream().filter(one -> one.live() && one.result() != null && !one.stage().equals(run.stage())).forEach(one ->
                works.work(one.stage()).ifPresent(work -> before.add(new Before(one.name(), one,
                        forms.read(work.resultType(), java.util.Objects.requireNonNull(one.result()), results.of(number.unit(), java.util.Objects.requireNonNull(one.result()), pack))))));
        return before.reversed();
    }

    private Colleague colleague(String stage, ReadingCase.Part part, @Nullable Appointment visit) {
        var unit = new UnitCode(part.unit());
        var role = Role.valueOf(part.role());
        var name = organisation.unit(unit).map(found -> found.name()).orElse(part.unit());
        var who = Optional.ofNullable(part.closedBy()).or(() -> Optional.ofNullable(part.assignee()).flatMap(organisation::staff).map(Staff::name)).orElse("");
        return new Colleague(part, names.name(stage, part.part(), false), name, who, organisation.holds(current.staffNo(), role, unit, clock.today()), part.closedOn() == null && !part.state().equals("CLOSED"),
                visit == null ? null : visit.answers().stream().filter(reply -> reply.part().equals(part.part())).findFirst().orElse(null));
    }
}
