package org.yekuo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clerk edits a copy of a pack in a folder and makes mistakes; each is named by file, row and reason. */
class BrokenFolderTest {

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        folder = AnhuiPackTest.copied(temporary);
    }

    @Test
    void an_untouched_copy_is_the_same_pack() {
        assertThat(PackReader.read(folder)).isEqualTo(PackReader.read(AnhuiPackTest.FOLDER));
    }

    @Test
    void ten_mistakes_of_ten_kinds_are_named_in_one_refusal() throws IOException {
        edit("limits.yaml", "- id: dispatch-assessed\n", "- id: dispatch-assessed\n  colour: red\n");
        edit("limits.yaml", "- id: callback-assessed\n", "- id: billing-assessed\n");
        edit("limits.yaml", "pauses: [CUSTOMER_HOLD, FORCE_MAJEURE]", "pauses: [CUSTOMER_HOLD, LUNCH]");
        edit("limits.yaml", "sumOf: [CONNECTION/COMMITTED, CONTRACT_DRAFT/ASSESSED]", "sumOf: [CONNECTION/COMMITTED, DRAFTING/ASSESSED]");
        edit("pack.yaml", "code: CUSTOMER_SITE_NOT_READY, cause: CUSTOMER", "code: CUSTOMER_SITE_NOT_READY, cause: COMPANY");
        edit("voltages.yaml", "gives: {class: HV}", "gives: {class: GIANT}");
        edit("checklists.yaml", "dueBy: design-review", "dueBy: lunch");
        edit("separations.yaml", "second: [callback]", "second: [call]");
        edit("fees.yaml", "perKva: 260", "perKva: much");
        edit("contracts.yaml", "when: {business: TEMPORARY}", "when: {busyness: TEMPORARY}");

        assertThat(faults()).contains(
                new PackFault("limits.yaml", "dispatch-assessed", "has the unknown key colour."),
                new PackFault("limits.yaml", "billing-assessed", "stands there twice; every id is unique in its list."),
                new PackFault("limits.yaml", "plan-reply-committed-resident", "may be paused for LUNCH, which is no reason for a pause in pack.yaml."),
                new PackFault("limits.yaml", "connection-assessed-resident", "adds up DRAFTING/ASSESSED, which has no row."),
                new PackFault("pack.yaml", "PAUSE CUSTOMER_SITE_NOT_READY", "would let the company stop its own clock."),
                new PackFault("voltages.yaml", "class/high-voltage-kw", "gives class: GIANT, which the fact may not be."),
                new PackFault("checklists.yaml", "design-design-drawings", "is due by lunch, which is no stage of any procedure."),
                new PackFault("separations.yaml", "handled-and-called-back", "names the duty call, which no procedure has."),
                new PackFault("fees.yaml", "HIGH_RELIABILITY/row 1", "has a perKva that is not a number."),
                new PackFault("contracts.yaml", "contract/temporary", "asks in when about the fact busyness, which the pack does not declare."));
    }

    @Test
    void a_gap_names_the_table_and_the_facts_nobody_answers() throws IOException {
        edit("approvals.yaml", "capacityKva: {from: 630, below: 1260}, handledBy: CITY", "capacityKva: {from: 630, below: 1250}, handledBy: CITY");
        assertThat(faults()).as("one for each procedure it concerns").hasSize(3).first().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("approvals.yaml");
            assertThat(fault.sentence()).startsWith("no row of approval PLAN, needed by high-voltage applies when business: NEW_INSTALL, ")
                    .contains("capacityKva: 1250", "handledBy: CITY", "voltageKv: 10", "sources: 1");
        });
    }

    @Test
    void an_overlap_names_the_rows_and_the_facts_both_answer() throws IOException {
        edit("approvals.yaml", "capacityKva: {from: 630, below: 1260}, handledBy: CITY", "capacityKva: {from: 630, upTo: 1260}, handledBy: CITY");
        assertThat(faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.row()).isEqualTo("plan-10kv-630-to-1260-city, plan-10kv-from-1260");
            assertThat(fault.sentence()).startsWith("more than one row").contains("capacityKva: 1260", "handledBy: CITY");
        });
    }

    @Test
    void a_promise_without_a_limit_is_a_fault() throws IOException {
        edit("limits.yaml", "limit: DESIGN_REVIEW", "limit: DESIGN_AUDIT");
        assertThat(faults()).extracting(PackFault::sentence).anySatisfy(sentence -> assertThat(sentence)
                .startsWith("no row of DESIGN_REVIEW/COMMITTED, promised by high-voltage/design-review applies when business: NEW_INSTALL, class: HV"));
    }

    @Test
    void a_file_that_is_missing_or_unreadable_or_unknown_is_named() throws IOException {
        Files.delete(folder.resolve("separations.yaml"));
        Files.writeString(folder.resolve("fees.yaml"), "- code: [unclosed\n");
        Files.writeString(folder.resolve("notes.txt"), "bring milk");
        assertThat(faults()).extracting(PackFault::file).contains("separations.yaml", "fees.yaml", "notes.txt");
    }

    private void edit(String file, String from, String to) throws IOException {
        var path = folder.resolve(file);
        var before = Files.readString(path);
        int at = before.indexOf(from);
        assertThat(at).as(from).isNotNegative();
        Files.writeString(path, before.substring(0, at) + to + before.substring(at + from.length()));
    }

    private List<PackFault> faults() {
        var broken = catchThrowableOfType(BrokenPack.class, () -> PackReader.read(folder));
        assertThat(broken).as("the pack must be refused").isNotNull();
        return broken.faults();
    }
}
