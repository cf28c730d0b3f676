package org.yekuo.web.open;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.regulation.Regulations;
import org.yekuo.web.form.IntakeSheet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The application guide (供电业务报装指南) as a booklet to print: for each kind of customer his steps, days, papers and fees, looked up in the pack in
 * force for an example that is named, and what the company promises to all.
 */
@Controller
class GuidePage {

    private static final List<String> WORDS = List.of("no-designation", "rights", "promises", "prohibitions");

    /** The examples: a key for the sentence that names it, and what is asked of the pack. */
    private record Example(String key, String business, String nature, boolean community, String field, String amount, String phase) {}

    private static final List<Example> EXAMPLES = List.of(
            new Example("resident", "NEW_INSTALL", "RESIDENTIAL", false, "demandKw", "8", "SINGLE"),
            new Example("shop", "NEW_INSTALL", "COMMERCIAL", false, "demandKw", "45", "THREE"),
            new Example("works", "NEW_INSTALL", "INDUSTRIAL", false, "capacityKva", "630", "THREE"),
            new Example("community", "NEW_INSTALL", "RESIDENTIAL", true, "capacityKva", "2000", "THREE"),
            new Example("site", "TEMPORARY", "NON_INDUSTRIAL", false, "demandKw", "45", "THREE"));

    /** One chapter: whom it is for and what the pack says for him. */
    record Chapter(String key, IntakeSheet.Sheet sheet) {}

    private final Regulations regulations;
    private final IntakeSheet sheet;
    private final BusinessClock clock;
    private final JsonMapper json;

    GuidePage(Regulations regulations, IntakeSheet sheet, BusinessClock clock, JsonMapper json) {
        this.regulations = regulations;
        this.sheet = sheet;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/open/guide")
    String show(Model model) {
        var pack = regulations.inForce(clock.today()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("pack", pack);
        model.addAttribute("chapters", EXAMPLES.stream().map(example -> new Chapter(example.key(), sheet.of(pack, values(example), true, List.of())))
                .filter(chapter -> chapter.sheet().known()).toList());
        model.addAttribute("words", WORDS.stream().flatMap(table -> RegulationPage.words(pack, table).stream()).toList());
        return "open/guide";
    }

    private ObjectNode values(Example example) {
        var values = json.createObjectNode();
        values.put("business", example.business());
        values.putObject("project").put("nature", example.nature()).put("community", String.valueOf(example.community()));
        values.putObject("load").put(example.field(), example.amount()).put("phase", example.phase());
        return values;
    }
}
