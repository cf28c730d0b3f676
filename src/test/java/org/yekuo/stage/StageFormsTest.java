package org.yekuo.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yekuo.form.FormField;
import org.yekuo.form.Forms;
import org.yekuo.stage.acceptance.ApplicationForm;

/** What the forms of the stages ask, held against one another, the packs and the sentences. */
class StageFormsTest {

    private static final Pattern RULE = Pattern.compile(
            "\"((?:acceptance|survey|plan|fee|design|gridworks|inspection|contract|metering|energisation|billing|callback|archive)\\.[a-z0-9-]*[a-z0-9])\"");

    /** Codes of exceptions and topics of messages are no sentences for people at a form. */
    private static final Pattern NO_RULE = Pattern.compile("(?:YekuoException|message|new Effects.Message)\\(\\s*\"[^\"]*\"");

    @Test
    void every_stage_of_every_procedure_has_a_form() {
        assertThat(AnhuiPack.PACK.procedures()).allSatisfy(procedure ->
                assertThat(StageForms.ALL).containsKeys(procedure.stages().stream().map(stage -> stage.key()).toArray(String[]::new)));
    }

    @Test
    void every_field_names_who_needs_it() {
        StageForms.ALL.forEach((stage, form) -> assertThat(Forms.describe(form)).as(stage).allSatisfy(field ->
                assertThat(field.usedBy()).as(field.path()).isNotEmpty()));
    }

    @Test
    void a_consumer_is_a_rule_with_a_sentence_a_letter_a_stage_or_a_room() {
        var sentences = sentences("");
        var unknown = new TreeSet<String>();
        StageForms.ALL.forEach((stage, form) -> Forms.describe(form).forEach(field -> field.usedBy().stream()
                .filter(consumer -> consumer.startsWith("rule:") ? !sentences.containsKey(consumer.substring("rule:".length()))
                        : !consumer.matches("(letter|stage|room):.+"))
                .forEach(consumer -> unknown.add(stage + " " + field.path() + " " + consumer))));
        assertThat(unknown).isEmpty();
    }

    @Test
    void a_fact_is_asked_once() {
        var askedIn = new HashMap<String, String>();
        var twice = new ArrayList<String>();
        var forms = new HashMap<String, List<FormField>>();
        forms.put("application", Forms.describe(ApplicationForm.class));
        StageForms.ALL.forEach((stage, form) -> forms.put(stage, Forms.describe(form)));
        forms.forEach((form, fields) -> fields.stream().filter(field -> !field.fact().isEmpty()).forEach(field -> {
            var other = askedIn.putIfAbsent(field.fact(), form + "." + field.path());
            if (other != null) {
                twice.add(field.fact() + " in " + other + " and " + form + "." + field.path());
            }
        }));
        assertThat(twice).isEmpty();
    }

    @Test
    void every_rule_of_a_stage_has_its_sentence_in_both_languages() {
        var zh = sentences("");
        var en = sentences("_en");
        var rules = rules();
        assertThat(rules).hasSizeGreaterThan(100);
        assertThat(rules.stream().filter(rule -> !zh.containsKey(rule))).as("without a Chinese sentence").isEmpty();
        assertThat(rules.stream().filter(rule -> !en.containsKey(rule))).as("without an English sentence").isEmpty();
    }

    @Test
    void both_languages_name_the_same_things() {
        var en = sentences("_en");
        assertThat(sentences("").entrySet().stream().filter(sentence -> !places(sentence.getValue()).equals(places(en.get(sentence.getKey()))))
                .map(Map.Entry::getKey)).isEmpty();
    }

    private static TreeSet<String> places(@Nullable String sentence) {
        var places = new TreeSet<String>();
        Pattern.compile("\\{\\d+").matcher(sentence == null ? "{0}{1}{2}{3}{4}{5}{6}{7}{8}{9}" : sentence).results().forEach(found -> places.add(found.group()));
        return places;
    }

    /** The rules the sources of the stages name. */
    private static TreeSet<String> rules() {
        var rules = new TreeSet<String>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/yekuo/stage"))) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file ->
                    RULE.matcher(NO_RULE.matcher(text(file)).replaceAll("")).results().forEach(found -> rules.add(found.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    /** The sentences of the rooms the stages stand on, with those of the stages. */
    private static Map<String, String> sentences(String language) {
        var all = new HashMap<String, String>();
        for (var room : List.of("acceptance", "survey", "plan", "fee", "design", "gridworks", "inspection", "contract", "metering", "energisation", "billing",
                "household", "callback", "archive", "afterwards", "temporary", "customer", "document")) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages", room + language + ".properties"), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.forEach((rule, sentence) -> all.put(rule.toString(), sentence.toString()));
        }
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
