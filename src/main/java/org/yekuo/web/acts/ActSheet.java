package org.yekuo.web.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.yekuo.casework.Acted;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.RehearsingAct;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import org.yekuo.web.form.Uploads;
import org.yekuo.web.internal.Say;
import tools.jackson.databind.node.ObjectNode;

/** The form of one act on a case, for staff and customers alike: laid out, rehearsed where limits move, and done. */
@Component
public class ActSheet {

    /** What came of a post: the act is DONE, or the page is shown again, perhaps with faults. */
    public enum Came { DONE, SHOWN, FAULTY }

    private final CaseActs acts;
    private final ActChoices choices;
    private final ReadingCase reading;
    private final RehearsingAct rehearsing;
    private final PageForms forms;
    private final Uploads uploads;
    private final Say say;

    ActSheet(CaseActs acts, ActChoices choices, ReadingCase reading, RehearsingAct rehearsing, PageForms forms, Uploads uploads, Say say) {
        this.acts = acts;
        this.choices = choices;
        this.reading = reading;
        this.rehearsing = rehearsing;
        this.forms = forms;
        this.uploads = uploads;
        this.say = say;
    }

    /** Lays out an act's empty form. */
    public void show(CaseNo no, CaseActs.Act<?> act, String of, int phase, Actor actor, Model model) {
        var tree = forms.tree();
        if (phase > 0) {
            tree.put("phase", String.valueOf(phase));
        }
        page(no, act, of, tree, List.of(), Map.of(), actor, model);
    }

    /** Reads a posted form and does the act, or lays the form out again. The case is one the actor sees. */
    public <T> Came post(CaseNo no, CaseActs.Act<T> act, String of, MultiValueMap<String, String> posted, Map<String, MultipartFile> files, Actor actor, Model model) {
        var taken = uploads.take(posted, files, new UnitCode(reading.summary(no, actor).orElseThrow().unit()), actor);
        var raw = PostedForm.tree(taken.values()).without(List.of("of"));
        var tree = forms.prune(raw.deepCopy(), act.form());
        var less = posted.getFirst("_less");
        var more = posted.getFirst("_more");
        if (less != null) {
            forms.drop(tree, less);
        }
        if (less != null || more != null || posted.containsKey("_again")) {
            page(no, act, of, tree, taken.faults(), forms.spare(raw, tree, more), actor, model);
            return Came.SHOWN;
        }
        var bound = Forms.bind(tree, act.form());
        var faults = new ArrayList<>(taken.faults());
        faults.addAll(bound.violations());
        if (faults.isEmpty() && bound instanceof Bound.Read<T>(var said)) {
            if (!act.rehearsed() || posted.containsKey("_confirmed")) {
                switch (act.doing().act(no, of, said, actor)) {
                    case Answer.Done<Acted> done -> {
                        return Came.DONE;
                    }
                    case Answer.Refused<Acted>(var refusal) -> faults.addAll(refusal.violations());
                }
            } else {
                switch (rehearsing.rehearse(no, actor, () -> act.doing().act(no, of, said, actor))) {
                    case Answer.Done<RehearsingAct.Rehearsed>(var rehearsed) -> model.addAttribute("will", Consequences.of(rehearsed));
                    case Answer.Refused<RehearsingAct.Rehearsed>(var refusal) -> faults.addAll(refusal.violations());
                }
            }
        }
        page(no, act, of, tree, faults, Map.of(), actor, model);
        return faults.isEmpty() ? Came.SHOWN : Came.FAULTY;
    }

    private void page(CaseNo no, CaseActs.Act<?> act, String of, ObjectNode values, List<Violation> faults, Map<String, Integer> more, Actor actor, Model model) {
        var summary = reading.summary(no, actor).orElseThrow();
        var fields = forms.fields(act.form(), "", values, choices.of(act, of, summary, reading.stages(no, actor).orElse(List.of()), actor), faults, more);
        model.addAttribute("summary", summary);
        model.addAttribute("act", act);
        model.addAttribute("of", of);
        model.addAttribute("faults", faults);
        model.addAttribute("title", say.key("web.act." + act.key()) + " · " + summary.application().customerName());
        model.addAttribute("fields", fields);
        model.addAttribute("names", PageForms.names(fields));
    }
}
