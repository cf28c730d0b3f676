package org.yekuo.web.open;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.casework.ReadingCase;
import org.yekuo.form.Asked;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.internal.DeadlineRibbon;
import org.yekuo.web.internal.ProcedureDrawing;

/** The parts the pages are made of (样式与部件), from the fragments the pages use; in a drill only. */
@Controller
@ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
class StyleguidePage {

    enum Verdict { PASSED, AGAIN }

    record Sample(@Asked(usedBy = "room:web", maxLength = 60) String name, @Asked(usedBy = "room:web", min = "0") BigDecimal capacity, @Asked(usedBy = "room:web") @Nullable LocalDate day,
            @Asked(usedBy = "room:web") boolean checked, @Asked(usedBy = "room:web") Verdict verdict, @Asked(usedBy = "room:web", maxLength = 500) @Nullable String text) {}

    private static final List<String> COLOURS = List.of("green", "green-soft", "ink", "quiet", "line", "ground", "late", "late-soft", "soon", "soon-soft", "fine", "customer", "customer-soft");

    /** 五一 of 2008, with a pause and three days too many. */
    private static final ReadingCase.Limit LIMIT = new ReadingCase.Limit("PLAN_REPLY", new Text("方案答复", "plan reply"), "COMMITTED", 0, 1, "RUNNING", LocalDate.of(2008, 4, 24),
            15, "WORKING_DAY", 18, 0, null, -3, LocalDate.of(2008, 5, 20), null, null, false, List.of(new ReadingCase.Pause("等客户补件", LocalDate.of(2008, 5, 7), LocalDate.of(2008, 5, 9), true, tools.jackson.databind.node.MissingNode.getInstance())),
            List.of(), List.of(), List.of(), "细则 4.3", false, new Text("2008-05-20 到期：自 04-24 起 15 个工作日", "due 2008-05-20: 15 working days from 04-24"));

    private final Regulations regulations;
    private final PageForms forms;

    StyleguidePage(Regulations regulations, PageForms forms) {
        this.regulations = regulations;
        this.forms = forms;
    }

    @GetMapping("/styleguide")
    String show(Model model) {
        var faults = List.of(Violation.at("capacity", "style.fault"));
        var fields = forms.fields(Sample.class, "", forms.tree().put("name", "合肥某某机械厂").put("capacity", "0"), Map.of(), faults, Map.of());
        model.addAttribute("colours", COLOURS);
        model.addAttribute("ribbon", DeadlineRibbon.of(LIMIT, PublishedYears.china(), LocalDate.of(2008, 5, 23)).orElseThrow());
        model.addAttribute("drawing", ProcedureDrawing.of(regulations.inForce(LocalDate.of(2008, 6, 24)).orElseThrow().procedures().getFirst(),
                Map.of("acceptance", "DONE", "survey", "OPEN", "plan-draft", "WAITING")));
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("names", PageForms.names(fields));
        return "open/styleguide";
    }
}
