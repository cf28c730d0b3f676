package org.yekuo.web.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingCase;
import org.yekuo.document.Signature;
import org.yekuo.language.Words;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.form.PageField.Option;

/** What may be chosen in the form of an act: the pack's reasons, the case's stages, papers of its checklist, colleagues and units. */
@Component
class ActChoices {

    private final Regulations regulations;
    private final Organisation organisation;
    private final BusinessClock clock;
    private final Words words;

    ActChoices(Regulations regulations, Organisation organisation, BusinessClock clock, Words words) {
        this.regulations = regulations;
        this.organisation = organisation;
        this.clock = clock;
        this.words = words;
    }

    Map<String, List<Option>> of(CaseActs.Act<?> act, String of, ReadingCase.Summary summary, List<ReadingCase.Stage> stages, Actor actor) {
        var pack = regulations.pack(summary.pack()).orElseThrow();
        var choices = new TreeMap<String, List<Option>>();
        switch (act.key()) {
            case "suspension" -> choices.put("reason", reasons(pack, actor, ReasonRow.Use.HOLD, ReasonRow.Use.PAUSE));
            // By a code she signs on a page of her own.
            case "acknowledgement" -> choices.put("signature", (actor.kind() == Actor.Kind.CUSTOMER ? List.of(Signature.PORTAL, Signature.SCREEN)
                    : List.of(Signature.PAPER, Signature.SCREEN, Signature.REFUSED_BEFORE_WITNESSES)).stream().map(how -> new Option(how.name(), words.word(how))).toList());
            case "withdrawal" -> choices.put("reason", reasons(pack, actor, ReasonRow.Use.WITHDRAW));
            case "termination" -> choices.put("reason", reasons(pack, actor, ReasonRow.Use.TERMINATE));
            case "green-channel" -> choices.put("reason", reasons(pack, actor, ReasonRow.Use.GREEN_CHANNEL));
            case "send-back" -> choices.put("to", distinct(stages.stream().filter(stage -> stage.live() && stage.closedOn() != null)));
            case "contact" -> choices.put("stage", distinct(stages.stream().filter(stage -> stage.state().equals("OPEN") || stage.state().equals("WAITING"))));
            case "documents" -> choices.put("documents.type", papers(pack, summary, "").toList());
            case "request" -> choices.put("documents", papers(pack, summary, of).toList());
            case "assignment" -> {
                choices.put("stage", distinct(stages.stream().filter(stage -> stage.state().equals("OPEN"))));
                choices.put("staff", colleagues(summary, stages));
            }
            case "transfer" -> choices.put("to", organisation.units().stream().filter(unit -> sameCity(unit.code(), summary))
                    .map(unit -> new Option(unit.code().value(), new Text(unit.name(), unit.name()))).toList());
            default -> { }
        }
        return choices;
    }

    private static boolean sameCity(UnitCode unit, ReadingCase.Summary summary) {
        return !unit.isProvince() && unit.city().value().equals(summary.unit()) && !unit.value().equals(summary.handledBy());
    }

    /** The pack's reasons; a customer is offered her own only. */
    private static List<Option> reasons(Pack pack, Actor actor, ReasonRow.Use... uses) {
        return pack.reasons().stream().filter(row -> List.of(uses).contains(row.use()))
                .filter(row -> actor.kind() != Actor.Kind.CUSTOMER || row.cause() == ReasonRow.Cause.CUSTOMER).map(row -> new Option(row.code(), row.name())).distinct().toList();
    }

    private static List<Option> distinct(Stream<ReadingCase.Stage> stages) {
        return stages.map(stage -> new Option(stage.stage(), stage.name())).distinct().toList();
    }

    /** The papers of the checklist, or only those due by one stage. */
    private static Stream<Option> papers(Pack pack, ReadingCase.Summary summary, String dueBy) {
        return pack.checklistFor(new Facts(summary.facts())).stream().filter(row -> dueBy.isEmpty() || row.dueBy().equals(dueBy))
                .map((ChecklistRow row) -> new Option(row.code(), row.name())).distinct();
    }

    private List<Option> colleagues(ReadingCase.Summary summary, List<ReadingCase.Stage> stages) {
        var people = new ArrayList<Option>();
        stages.stream().filter(stage -> stage.state().equals("OPEN")).flatMap(stage -> stage.parts().stream())
                .flatMap(part -> organisation.holders(new UnitCode(part.unit()), Role.valueOf(part.role()), clock.today()).stream())
                .forEach(person -> people.add(new Option(person.no(), new Text(person.name() + " " + person.no(), person.name() + " " + person.no()))));
        organisation.holders(new UnitCode(summary.handledBy()), Role.ACCOUNT_MANAGER, clock.today())
                .forEach(person -> people.add(new Option(person.no(), new Text(person.name() + " " + person.no(), person.name() + " " + person.no()))));
        return people.stream().distinct().toList();
    }
}
