package org.yekuo.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** The short way says what Spring's way says. */
class PlainPathsTest {

    record Customer(String name, @Nullable String phone, List<String> places) {

        public boolean known() {
            return phone != null;
        }
    }

    record Row(Customer customer, int days, boolean late) {}

    private static final Map<String, Object> MODEL = Map.of("row", new Row(new Customer("张三 & 李四", null, List.of("长丰")), 3, true), "word", "字", "all", Map.of("key", "值"));

    private static SpringTemplateEngine usual() {
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        return engine;
    }

    private static SpringTemplateEngine ours() {
        var engine = usual();
        new PageSetup().paths(engine);
        return engine;
    }

    private static String said(SpringTemplateEngine engine, String expression) {
        return engine.process("<p th:text=\"" + expression + "\">…</p>", new Context(Locale.SIMPLIFIED_CHINESE, MODEL));
    }

    @Test
    void a_path_through_records_and_everything_else_reads_as_before() {
        for (var expression : List.of("${word}", "${row.days}", "${row.late}", "${row.customer.name}", "${row.customer.phone}", "${nothing}", "${all.key}", "${row.customer.places[0]}",
                "${row.customer.places.size()}", "${row.customer.known()}", "${row.days + 1}", "${row.late ? 'a' : 'b'}", "${true}", "${null}", "${!row.late}", "${row.customer.places.empty}")) {
            assertThat(said(ours(), expression)).as(expression).isEqualTo(said(usual(), expression));
        }
    }

    @Test
    void a_path_that_leads_nowhere_fails_as_before() {
        for (var expression : List.of("${row.nothing}", "${row.customer.phone.length}", "${nothing.name}")) {
            assertThatThrownBy(() -> said(usual(), expression)).as(expression).isInstanceOf(TemplateProcessingException.class);
            assertThatThrownBy(() -> said(ours(), expression)).as(expression).isInstanceOf(TemplateProcessingException.class);
        }
    }
}
