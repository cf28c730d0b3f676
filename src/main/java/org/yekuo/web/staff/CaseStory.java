package org.yekuo.web.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ReadingCase;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Text;
import org.yekuo.web.internal.Say;
import org.yekuo.web.internal.StageNames;
import tools.jackson.databind.JsonNode;

/** The ledger of a case told as what people did (经过): the entries of one act together, the one that matters first and by name. */
@Component
class CaseStory {

    /** Of the entries of an act, what it is called by: the first of these kinds among them. */
    private static final List<String> HEADLINES = List.of("ENDED", "ARCHIVED", "SENT_BACK", "ACCEPTED", "SUSPENDED", "RESUMED", "TRANSFERRED", "TRANSFER_TAKEN", "TRANSFER_RETURNED",
            "IMPORTED", "LATE_ENTRY", "LATE_ENTRY_DECIDED", "CORRECTED", "STAGE_CLOSED", "STAGE_CONFIRMED", "STAGE_REQUESTED", "PART_CLOSED", "RECEIPT_ACKNOWLEDGED", "RECEIPT_SERVED",
            "PAPERS_RECEIVED", "PAPERS_CONFIRMED", "PAPERS_REFUSED", "CONTACT", "LIMIT_EXTENDED", "LATENESS_EXPLAINED", "REGISTERED");

    /**
     * One act.
     *
     * @param who  whoever did it, or the program
     * @param said what it was, by name
     * @param text what was said in it, such as a reason
     * @param more what followed from it
     * @param late the number of a late entry that may be decided, or null
     */
    record Act(LocalDate day, String who, String said, @Nullable String text, List<String> more, @Nullable String late) {}

    private final StageNames stages;
    private final Organisation organisation;
    private final Say say;

    CaseStory(StageNames stages, Organisation organisation, Say say) {
        this.stages = stages;
        this.organisation = organisation;
        this.say = say;
    }

    /** The acts, newest first, of entries in the order they were written. */
    List<Act> of(List<ReadingCase.Event> entries, @Nullable Pack pack) {
        var names = names(pack);
        var acts = new ArrayList<Act>();
        for (int from = 0; from < entries.size();) {
            int to = from + 1;
            while (to < entries.size() && together(entries.get(from), entries.get(to))) {
                to++;
            }
            acts.add(act(entries.subList(from, to), names));
            from = to;
        }
        return acts.reversed();
    }

    private static boolean together(ReadingCase.Event one, ReadingCase.Event other) {
        return one.recordedAt().equals(other.recordedAt()) && one.actor().equals(other.actor()) && one.happenedOn().equals(other.happenedOn());
    }

    private Act act(List<ReadingCase.Event> entries, Map<String, Text> names) {
        var main = HEADLINES.stream().flatMap(kind -> entries.stream().filter(entry -> entry.kind().equals(kind))).findFirst().orElse(entries.getFirst());
        var text = main.data().path("text").asString(main.data().path("why").asString(main.data().path("reason").asString("")));
        var more = entries.stream().filter(entry -> entry != main && !entry.kind().equals("FACTS_SET")).map(entry -> said(entry, names)).toList();
        return new Act(main.happenedOn(), say.keyOr("web.actor." + main.actorName(), main.actorName()), said(main, names), text.isBlank() ? null : say.keyOr(text, say.of(names.getOrDefault(text, new Text(text, text)))), more,
                main.kind().equals("LATE_ENTRY") ? main.data().path("entry").asString("") : null);
    }

    private String said(ReadingCase.Event entry, Map<String, Text> names) {
        var data = entry.data();
        var label = say.keyOr("web.event." + entry.kind(), entry.kind());
        var about = about(entry.kind(), data, names);
        return about.isEmpty() ? label : label + (say.chinese() ? "：" : ": ") + String.join(" ", about);
    }

    private List<String> about(String kind, JsonNode data, Map<String, Text> names) {
        var about = new ArrayList<String>();
        text(data, "stage").ifPresent(stage -> about.add(say.of(stages.name(stage, data.path("part").asString(""), data.path("part").asString("lead").equals("lead")))));
        text(data, "limit").ifPresent(limit -> about.add(say.of(names.getOrDefault(limit, new Text(limit, limit)))));
        text(data, "standard").map(standard -> say.keyOr("web.standard." + standard, standard)).ifPresent(about::add);
        if (kind.startsWith("RECEIPT")) {
            text(data, "kind").map(receipt -> say.keyOr("web.receipt." + receipt, receipt)).ifPresent(about::add);
        }
        data.path("papers").forEach(paper -> about.add(say.of(names.getOrDefault(paper.asString(""), new Text(paper.asString(""), paper.asString(""))))));
        text(data, "owner").flatMap(organisation::staff).map(Staff::name).ifPresent(about::add);
        if (data.path("phase").asInt(0) > 0 && data.has("stage")) {
            about.add(say.key("web.phase", data.path("phase").asInt(0)));
        }
        if (data.path("round").asInt(1) > 1) {
            about.add(say.key("web.round", data.path("round").asInt(1)));
        }
        text(data, "outcome").filter(outcome -> !outcome.equals("PASSED")).map(outcome -> say.keyOr("web.outcome." + outcome, outcome)).ifPresent(about::add);
        text(data, "due").map(due -> say.key("web.story.due", due)).ifPresent(about::add);
        text(data, "verdict").map(verdict -> say.key(verdict.equals("IN_TIME") ? "web.limit.in-time" : "web.limit.late")).ifPresent(about::add);
        return about;
    }

    private static Optional<String> text(JsonNode data, String field) {
        return Optional.of(data.path(field).asString("")).filter(said -> !said.isBlank());
    }

    private static Map<String, Text> names(@Nullable Pack pack) {
        var names = new HashMap<String, Text>();
        if (pack != null) {
            pack.limits().forEach(row -> names.putIfAbsent(row.limit(), row.name()));
            pack.checklists().forEach(row -> names.putIfAbsent(row.code(), row.name()));
            pack.reasons().forEach(row -> names.putIfAbsent(row.code(), row.name()));
        }
        return names;
    }
}
