package org.yekuo.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.yekuo.form.Forms;
import org.yekuo.stage.inspection.CompletionInspection;
import org.yekuo.stage.survey.Survey;
import org.yekuo.web.form.PostedForm;

/** What a browser posts becomes what the REST contract would have got. */
class PostedFormTest {

    private static LinkedMultiValueMap<String, String> posted(String... pairs) {
        var values = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.add(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    @Test
    void paths_become_groups_and_lists() {
        var tree = PostedForm.tree(posted("visitedOn", "2026-11-24", "load.capacityKva", "8", "points[0].feeder", "T-1", "points[1].feeder", "T-2",
                "surveyors[]", "a", "surveyors[]", "", "surveyors[]", "b", "_csrf", "x"));
        assertThat(tree.toString()).isEqualTo("{\"visitedOn\":\"2026-11-24\",\"load\":{\"capacityKva\":\"8\"},"
                + "\"points\":[{\"feeder\":\"T-1\"},{\"feeder\":\"T-2\"}],\"surveyors\":[\"a\",\"b\"]}");
    }

    @Test
    void a_ticked_box_comes_after_the_no_that_stands_for_an_unticked_one() {
        assertThat(PostedForm.tree(posted("original", "false", "original", "true")).path("original").asString()).isEqualTo("true");
        assertThat(PostedForm.tree(posted("original", "false")).path("original").asString()).isEqualTo("false");
    }

    @Test
    void names_that_are_no_paths_and_indexes_beyond_reason_do_no_harm() {
        var tree = PostedForm.tree(posted("a..b", "1", "[0]", "1", "x[99999].y", "1", "__proto__.z", "1", "ok", "1", "many[9999].y", "1"));
        assertThat(tree.path("ok").asString()).isEqualTo("1");
        assertThat(tree.path("x").isMissingNode()).isTrue();
        assertThat(tree.path("many").size()).isLessThanOrEqualTo(3001);
        assertThat(tree.propertyNames()).doesNotContain("__proto__");
    }

    @Test
    void everything_still_missing_is_named_by_its_place_in_the_form() {
        var bound = Forms.bind(PostedForm.tree(posted("items[0].item", "LINES")), CompletionInspection.class);
        assertThat(bound.violations()).extracting(fault -> String.valueOf(fault.field())).contains("items[0].verdict", "arrivedOn", "conclusion");
        assertThat(Forms.bind(PostedForm.tree(posted("conclusion", "NONSENSE", "visitedOn", "yesterday")), Survey.class).violations()).hasSizeGreaterThanOrEqualTo(2);
    }
}
