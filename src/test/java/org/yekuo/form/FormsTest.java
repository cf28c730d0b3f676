package org.yekuo.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.json.JsonMapper;

class FormsTest {

    enum Colour { RED, GREEN }

    @NullMarked
    record Item(@Asked(usedBy = "test", maxLength = 5) String name, @Asked(usedBy = "test", min = "1", max = "9") int count) {}

    @NullMarked
    record Order(
            @Asked(usedBy = "test", pattern = "[A-Z]{2}\\d+") String no, @Asked(usedBy = "test") LocalDate day, @Asked(usedBy = "test") Colour colour,
            @Asked(usedBy = "test") @Nullable BigDecimal price, @Asked(usedBy = "test") boolean paid, @Asked(usedBy = "test") List<Item> items,
            @Asked(usedBy = "test") @Nullable Item gift) {}

    private static final JsonMapper JSON = JsonMapper.builder().enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static List<String> faults(String json) {
        return Forms.bind(JSON.readTree(json), Order.class).violations().stream().map(FormsTest::said).toList();
    }

    private static String said(Violation fault) {
        return fault.field() + " " + fault.rule();
    }

    @Test
    void every_fault_is_named_with_its_path() {
        assertThat(faults("""
                {"no":"x1","day":"2008-02-30","colour":"BLUE","price":"dear","items":[{"name":"toolong","count":10},{"count":1.5},7],"gift":{},"extra":1}"""))
                .containsExactlyInAnyOrder("extra form.unknown-field", "no form.wrong-pattern", "day form.not-a-day", "colour form.unknown-word",
                        "price form.not-a-number", "paid form.missing", "items[0].name form.too-long", "items[0].count form.out-of-range",
                        "items[1].name form.missing", "items[1].count form.not-a-whole-number", "items[2] form.not-an-object", "gift.name form.missing",
                        "gift.count form.missing");
    }

    @Test
    void what_is_optional_may_be_left_out_an_absent_list_is_empty_and_blank_is_absent() {
        var read = Forms.bind(JSON.readTree("{\"no\":\" AB1 \",\"day\":\"2008-04-24\",\"colour\":\"RED\",\"paid\":\"true\",\"price\":\"\"}"), Order.class).read();

        assertThat(read).contains(new Order("AB1", LocalDate.of(2008, 4, 24), Colour.RED, null, true, List.of(), null));
    }

    @Test
    void what_is_no_object_at_all_is_said_so() {
        assertThat(Forms.bind(JSON.readTree("[1]"), Order.class).violations()).extracting(Violation::rule).containsExactly("form.not-an-object");
        assertThat(Forms.bind(JSON.readTree("{}").path("nothing"), Order.class).violations()).extracting(Violation::rule).containsExactly("form.not-an-object");
    }

    @Test
    void numbers_with_absurdly_many_digits_and_control_characters_are_refused() {
        assertThat(faults("{\"no\":\"AB1\\u0000\",\"day\":\"2008-04-24\",\"colour\":\"RED\",\"paid\":true,\"price\":1e900}"))
                .containsExactlyInAnyOrder("no form.control-character", "price form.too-many-digits");
    }

    @Test
    void a_form_describes_what_it_asks() {
        assertThat(Forms.describe(Order.class)).extracting(FormField::path)
                .containsExactly("no", "day", "colour", "price", "paid", "items[]", "items[].name", "items[].count", "gift", "gift.name", "gift.count");
        assertThat(Forms.describe(Order.class)).filteredOn(field -> field.path().equals("colour")).first()
                .satisfies(field -> assertThat(field.words()).containsExactly("RED", "GREEN"));
    }

    @Provide
    Arbitrary<Order> orders() {
        var items = Combinators.combine(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5), Arbitraries.integers().between(1, 9)).as(Item::new);
        var days = Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay);
        var prices = Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000)).ofScale(2);
        return Combinators.combine(Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(6).map(digits -> "AB" + digits), days, Arbitraries.of(Colour.class),
                prices.injectNull(0.3), Arbitraries.of(true, false), items.list().ofMaxSize(4), items.injectNull(0.5)).as(Order::new);
    }

    @Property
    void whatever_is_written_as_json_is_read_back_the_same(@ForAll("orders") Order order) {
        assertThat(Forms.bind(JSON.readTree(JSON.writeValueAsString(order)), Order.class).read().map(Order::toString).map(text -> text.replaceAll("(\\.\\d*?)0+([,\\]])", "$1$2")))
                .contains(order.toString().replaceAll("(\\.\\d*?)0+([,\\]])", "$1$2"));
    }
}
