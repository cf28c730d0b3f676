package org.yekuo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.casework.ActForms;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.form.Forms;
import org.yekuo.language.Sentences;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.Regulations;
import org.yekuo.scenario.Day;
import org.yekuo.stage.acceptance.ApplicationForm;
import org.yekuo.web.form.PageForms;

/** Nothing on a page is left without a name in both languages. */
class PageLabelsIT extends Day {

    @Autowired
    private StageWorks works;
    @Autowired
    private PageForms forms;
    @Autowired
    private Sentences sentences;
    @Autowired
    private Regulations regulations;

    private Stream<Class<?>> asked() {
        return Stream.concat(Stream.concat(works.all().stream().<Class<?>>map(work -> work.resultType()), Stream.of(ApplicationForm.class)),
                Arrays.stream(ActForms.class.getDeclaredClasses()).filter(Class::isRecord));
    }

    @Test
    void every_field_of_every_form_has_a_name() {
        var nameless = new TreeSet<String>();
        asked().forEach(form -> Forms.describe(form).stream().filter(field -> forms.label(field.owner(), field.name()).zh().equals(field.name()))
                .forEach(field -> nameless.add(form.getSimpleName() + " " + field.path())));
        assertThat(nameless).isEmpty();
    }

    @Test
    void every_word_that_may_be_chosen_has_a_name() {
        var nameless = new TreeSet<String>();
        asked().flatMap(form -> Forms.describe(form).stream()).filter(field -> field.of().isEnum())
                .flatMap(field -> Arrays.stream(field.of().getEnumConstants())).map(Enum.class::cast).filter(word -> forms.word(word).zh().equals(word.name()))
                .forEach(word -> nameless.add(word.getDeclaringClass().getName() + "." + word.name()));
        assertThat(nameless).isEmpty();
    }

    @Test
    void every_word_a_pack_asks_for_at_the_counter_has_a_name() {
        var nameless = new TreeSet<String>();
        regulations.all().stream().flatMap(pack -> pack.facts().stream()).filter(fact -> fact.type() == FactDeclaration.Type.WORD && fact.setBy().equals("intake"))
                .forEach(fact -> fact.words().stream().filter(word -> sentences.of("fact." + fact.name() + "." + word).zh().startsWith("fact."))
                        .forEach(word -> nameless.add(fact.name() + "." + word)));
        assertThat(nameless).isEmpty();
    }

    @Test
    void every_kind_of_entry_has_a_name() {
        assertThat(Arrays.stream(EventKind.values()).filter(kind -> sentences.of("web.event." + kind).zh().startsWith("web.event."))).isEmpty();
    }
}
