package org.yekuo.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yekuo.vocabulary.Facts;

/** A complete pack takes over what references say, unless it says otherwise itself. */
class IncludedPackTest {

    private static final String REFERENCE = """
            id: %s
            kind: REFERENCE
            name: {zh: 参考, en: Reference}
            effectiveFrom: 2004-01-01
            clause: 参考 1
            facts:
              - {name: class, label: {zh: 客户类别, en: Customer class}, type: WORD, words: [LV_RES, HV], setBy: intake}
              - {name: distanceKm, label: {zh: 距离, en: Distance}, type: NUMBER, min: 0, max: 100, default: 0, setBy: intake}
            """;

    private static final String LIMITS = """
            - {id: courtesy-call, limit: COURTESY, name: {zh: 预约, en: Courtesy}, standard: STATUTORY, when: {class: HV}, starts: [accepted], stops: [survey.passed], amount: %d, clause: 参考 2}
            - {id: reply-reference, limit: PLAN_REPLY, name: {zh: 答复, en: Reply}, standard: COMMITTED, when: {class: HV}, starts: [accepted], stops: [plan-reply.served], amount: 99, clause: 参考 3}
            """;

    private static final String TABLE = """
            distance-class:
              label: {zh: 远近, en: Near or far}
              hits: ONE
              rows:
                - {id: near, when: {distanceKm: {upTo: 5}}, gives: {far: false}, clause: 参考 4}
                - {id: far, when: {distanceKm: {above: 5}}, gives: {far: true}, clause: 参考 4}
            """;

    @TempDir
    private Path folder;

    private Path reference(String id, String limits) throws IOException {
        var pack = Files.createDirectories(folder.resolve(id));
        Files.createDirectories(pack.resolve("tables"));
        Files.writeString(pack.resolve("pack.yaml"), REFERENCE.formatted(id));
        Files.writeString(pack.resolve("limits.yaml"), limits);
        Files.writeString(pack.resolve("tables/distance.yaml"), TABLE);
        return pack;
    }

    private Path including(String... ids) throws IOException {
        var pack = AnhuiPackTest.copied(folder);
        var head = pack.resolve("pack.yaml");
        Files.writeString(head, Files.readString(head).replace("includes: [", "includes: [" + String.join(", ", ids) + ", "));
        return pack;
    }

    private static String faults(Path pack) {
        var broken = catchThrowableOfType(BrokenPack.class, () -> PackReader.read(pack));
        assertThat(broken).as("the pack must be refused").isNotNull();
        return broken.getMessage();
    }

    @Test
    void a_reference_needs_no_procedures_and_answers_for_itself() throws IOException {
        var pack = PackReader.read(reference("courtesy", LIMITS.formatted(3)));
        assertThat(pack.kind()).isEqualTo(Pack.Kind.REFERENCE);
        assertThat(pack.limitsFor(new Facts(Map.of("class", "HV")))).hasSize(2);
    }

    @Test
    void a_reference_has_no_gaps_either() throws IOException {
        var pack = reference("courtesy", LIMITS.formatted(3));
        Files.writeString(pack.resolve("tables/distance.yaml"), TABLE.replace("above: 5", "above: 6"));
        assertThat(faults(pack)).contains("tables/distance.yaml").contains("distance-class").contains("no row");
    }

    @Test
    void what_a_pack_says_itself_stands_in_the_place_of_what_it_includes() throws IOException {
        reference("courtesy", LIMITS.formatted(3));
        var pack = PackReader.read(including("courtesy"));

        assertThat(pack.includes()).containsExactly("courtesy", "anhui-papers-2008", "sgcc-assessment-2014");
        assertThat(pack.limitRow("courtesy-call")).hasValueSatisfying(row -> assertThat(row.basis().from()).isEqualTo("courtesy"));
        assertThat(pack.limitRow("reply-reference")).as("PLAN_REPLY/COMMITTED has rows of its own").isEmpty();
        assertThat(pack.limits()).filteredOn(row -> row.limit().equals("PLAN_REPLY")).allSatisfy(row -> assertThat(row.basis().from()).isNull());
        assertThat(pack.facts()).extracting(FactDeclaration::name).contains("distanceKm");
        assertThat(pack.one("distance-class", pack.withDefaults(new Facts(Map.of())))).hasValueSatisfying(row -> assertThat(row.id()).isEqualTo("near"));
    }

    @Test
    void another_content_of_what_is_included_is_another_hash() throws IOException {
        var reference = reference("courtesy", LIMITS.formatted(3));
        var pack = including("courtesy");
        var before = PackReader.read(pack).hash();
        Files.writeString(reference.resolve("limits.yaml"), LIMITS.formatted(4));
        assertThat(PackReader.read(pack).hash()).isNotEqualTo(before);
    }

    @Test
    void two_included_packs_that_say_the_same_thing_are_settled_by_the_pack_or_refused() throws IOException {
        reference("courtesy", LIMITS.formatted(3));
        reference("haste", LIMITS.formatted(1).replace("courtesy-call", "courtesy-haste"));
        assertThat(faults(including("courtesy", "haste"))).contains("COURTESY/STATUTORY").contains("courtesy").contains("distance-class");
    }

    @Test
    void a_pack_that_is_not_there_is_named_and_so_is_a_row_of_an_included_one_that_does_not_fit() throws IOException {
        reference("courtesy", LIMITS.formatted(3).replace("survey.passed", "moonrise.passed"));
        assertThat(faults(including("courtesy", "atlantis-1900"))).contains("atlantis-1900").contains("moonrise.passed");
    }

    private Path rewording(String base, String letter) throws IOException {
        if (Files.notExists(folder.resolve("anhui-2008"))) {
            AnhuiPackTest.copied(folder);
        }
        var pack = Files.createDirectories(folder.resolve("other-words"));
        Files.createDirectories(pack.resolve("letters"));
        Files.writeString(pack.resolve("pack.yaml"), "id: other-words\nkind: REFERENCE\nrewords: " + base + "\nname: {zh: 新式, en: New}\neffectiveFrom: 2030-01-01\nclause: 参考 1\n");
        Files.writeString(pack.resolve("letters/" + letter + ".html"), "<p class=\"body\">新的措辞</p>");
        return pack;
    }

    @Test
    void a_pack_that_rewords_another_has_its_own_words_and_leaves_the_rest_as_it_was() throws IOException {
        var pack = PackReader.read(rewording("anhui-papers-2008", "_choice"));
        var below = PackReader.read(folder.resolve("anhui-papers-2008"));
        assertThat(pack.letters().keySet()).isEqualTo(below.letters().keySet());
        assertThat(pack.letters().get("_choice")).contains("新的措辞");
        assertThat(pack.letters().get("plan-reply")).isEqualTo(below.letters().get("plan-reply"));

        var complete = folder.resolve("anhui-2008/pack.yaml");
        Files.writeString(complete, Files.readString(complete).replace("includes: [anhui-papers-2008,", "includes: [other-words,"));
        var whole = PackReader.read(folder.resolve("anhui-2008"));
        assertThat(whole.letters().get("_choice")).contains("新的措辞");
        Files.writeString(folder.resolve("anhui-papers-2008/letters/_seal.html"), "<div>盖章</div>");
        assertThat(PackReader.read(folder.resolve("anhui-2008")).hash()).as("the hash covers what is taken from below").isNotEqualTo(whole.hash());
    }

    @Test
    void words_that_stand_in_the_place_of_none_are_refused_and_so_is_rewording_nobody() throws IOException {
        assertThat(faults(rewording("anhui-papers-2008", "_chioce"))).contains("letters/_chioce.html: rewords nothing: anhui-papers-2008 has no such file.");
        assertThat(faults(rewording("anhui-papers-1908", "_choice"))).contains("rewords").contains("anhui-papers-1908").contains("not published");
        var second = Files.createDirectories(folder.resolve("third-words"));
        Files.writeString(second.resolve("pack.yaml"), Files.readString(rewording("anhui-papers-2008", "_choice").resolve("pack.yaml")).replace("other-words", "third-words").replace("anhui-papers-2008", "other-words"));
        assertThat(faults(second)).contains("which rewords another itself");
        var complete = folder.resolve("anhui-2008/pack.yaml");
        Files.writeString(complete, Files.readString(complete).replace("includes: [", "rewords: anhui-papers-2008\nincludes: ["));
        assertThat(faults(folder.resolve("anhui-2008"))).contains("that is for references");
    }
}
