package org.yekuo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A broken pack is refused with every fault named, by file and row. */
class BrokenPackTest {

    private static TreeMap<String, byte[]> files() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.walk(AnhuiPackTest.FOLDER)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(AnhuiPackTest.FOLDER.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static void edit(TreeMap<String, byte[]> files, String file, UnaryOperator<String> change) {
        var before = new String(files.get(file), StandardCharsets.UTF_8);
        var after = change.apply(before);
        assertThat(after).as("the edit must change something").isNotEqualTo(before);
        files.put(file, after.getBytes(StandardCharsets.UTF_8));
    }

    private static String faults(TreeMap<String, byte[]> files) {
        var broken = catchThrowableOfType(BrokenPack.class, () -> PackReader.read("anhui-2008", files, AnhuiPackTest.FOLDER.resolveSibling(".")));
        assertThat(broken).as("the pack must be refused").isNotNull();
        return broken.getMessage();
    }

    @Test
    void many_faults_of_several_kinds_are_named_together() throws IOException {
        var files = files();
        edit(files, "limits.yaml", text -> text.replaceFirst("energisation\\.passed", "moonrise.passed").replaceFirst("amount: 3", "amount: three"));
        edit(files, "procedures/high-voltage.yaml", text -> text.replaceFirst("after: \\[plan-draft\\]", "after: [plan-draught]").replaceFirst("SURVEYOR@HANDLER", "WIZARD@HANDLER"));
        edit(files, "separations.yaml", text -> text.replaceFirst("clause: [^\n]*", ""));

        assertThat(faults(files)).contains("moonrise").contains("amount").contains("plan-draught").contains("WIZARD").contains("clause");
    }

    @Test
    void a_gap_and_an_overlap_name_the_combination() throws IOException {
        var gap = files();
        edit(gap, "approvals.yaml", text -> text.replaceFirst("below: 1260", "below: 1250"));
        assertThat(faults(gap)).contains("1250");

        var overlap = files();
        edit(overlap, "approvals.yaml", text -> text.replaceFirst("below: 1260", "below: 1300"));
        assertThat(faults(overlap)).contains("12");
    }

    @Test
    void a_circle_of_stages_is_refused() throws IOException {
        var files = files();
        edit(files, "procedures/high-voltage.yaml", text -> text.replaceFirst("- key: dispatch\n", "- key: dispatch\n").replaceFirst("after: \\[acceptance\\]", "after: [acceptance, archive]"));
        assertThat(faults(files)).containsAnyOf("circle", "cycle", "unreachable", "reach");
    }

    @Test
    void a_stage_that_rests_on_a_fact_nobody_has_set_before_it_is_refused() throws IOException {
        var files = files();
        edit(files, "procedures/high-voltage.yaml", text -> text.replaceFirst("when: \\{approvalNeeded: true\\}", "when: {hiddenWorks: true}"));
        assertThat(faults(files)).contains("hiddenWorks");
    }

    @Test
    void rows_that_tell_too_many_combinations_apart_are_refused_before_they_are_walked() throws IOException {
        var files = files();
        var declared = new StringBuilder();
        var asked = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            declared.append("  - {name: odd").append(i).append(", label: {zh: 怪, en: odd}, type: YES_NO, default: false, setBy: intake}\n");
            asked.append(i == 0 ? "" : ", ").append("odd").append(i).append(": true");
        }
        edit(files, "pack.yaml", text -> text.replaceFirst("\nfacts:\n", "\nfacts:\n" + declared));
        edit(files, "limits.yaml", text -> text.replaceFirst("when: \\{class: LV_RES, constrained: false}", "when: {class: LV_RES, constrained: false, " + asked + "}"));
        assertThat(faults(files)).contains("tells apart more than").contains("odd29");
    }

    @Test
    void another_content_has_another_hash() throws IOException {
        var files = files();
        var before = PackReader.read("anhui-2008", files, AnhuiPackTest.FOLDER.resolveSibling(".")).hash();
        edit(files, "pack.yaml", text -> text + "\n# read once more\n");
        assertThat(PackReader.read("anhui-2008", files, AnhuiPackTest.FOLDER.resolveSibling(".")).hash()).isNotEqualTo(before);
    }

    @Test
    void a_letter_that_loads_something_has_a_script_or_words_nothing_the_program_issues_is_refused() throws IOException {
        var files = files();
        letter(files, "fee-notice", "<script>alert(1)</script>");
        letter(files, "plan-reply", "<img src=\"http://example.org/logo.png\" alt=\"\"/>");
        letter(files, "meter-slip", "<p style=\"background: url(file:///etc/passwd)\">x</p>");
        letter(files, "dispatch-sheet", "<p onclick=\"go()\">x</p>");
        letter(files, "survey-sheet", "<p>{{{case.customerName}}}</p>");
        letter(files, "callback-sheet", "<p>{{#case}}</p>");
        letter(files, "archive-cover", "<p>");
        letter(files, "love-letter", "<p>x</p>");
        letter(files, "defect-notice", "<p>{{>_nothing}}</p>");

        assertThat(faults(files)).contains("script").contains("logo.png").contains("passwd").contains("onclick").contains("letters/survey-sheet.html: prints something without escaping")
                .contains("letters/callback-sheet.html: can't be read as Mustache").contains("letters/archive-cover.html: can't be read as XHTML")
                .contains("letters/love-letter.html: words no letter").contains("takes in _nothing");
    }

    @Test
    void by_what_a_unit_is_judged_names_only_what_there_is_and_adds_up() throws IOException {
        var files = files();
        files.put("tables/assessment.yaml", Files.readAllBytes(AnhuiPackTest.FOLDER.resolveSibling("sgcc-assessment-2014/tables/assessment.yaml")));
        edit(files, "tables/assessment.yaml", text -> text.replace("weight: 0.3", "weight: 0.4").replace("limits: MID_INSPECTION", "limits: MOONRISE")
                .replace("category: HV, link: E", "category: HV, link: e").replace("gives: {category: LV}", "gives: {category: MEDIUM}").replace("stage: callback", "stage: moonrise")
                .replace("business: TEMPORARY}", "business: TEMPORARY, sources: {from: 1}}"));
        assertThat(faults(files)).contains("has weights that do not add up to 1").contains("names the limit MOONRISE").contains("gives e as a link, which is no capital letter")
                .contains("names the category MEDIUM, which has no weight").contains("has no link for the category MEDIUM").contains("names the stage moonrise")
                .contains("asks for more than class and business");
    }

    @Test
    void a_letter_the_pack_can_issue_and_nobody_worded_is_refused() throws IOException {
        var files = files();
        edit(files, "pack.yaml", text -> text.replace("includes: [anhui-papers-2008, ", "includes: ["));
        assertThat(faults(files)).contains("letters/plan-reply.html: is missing").contains("letters/receipt-acceptance.html: is missing").contains("letters/termination-notice.html: is missing");
    }

    @Test
    void a_pack_words_a_letter_otherwise_than_the_forms_it_includes() throws IOException {
        var files = files();
        letter(files, "fee-notice", "<p>other words</p>");
        var pack = PackReader.read("anhui-2008", files, AnhuiPackTest.FOLDER.resolveSibling("."));
        assertThat(pack.letter("fee-notice", "")).hasValueSatisfying(text -> assertThat(text).contains("other words"));
        assertThat(pack.letterTitle("plan-reply", "")).hasValue("低压供电方案答复单");
    }

    private static void letter(TreeMap<String, byte[]> files, String name, String body) {
        files.put("letters/" + name + ".html", ("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head><title>t</title></head><body>" + body + "</body></html>")
                .getBytes(StandardCharsets.UTF_8));
    }
}
