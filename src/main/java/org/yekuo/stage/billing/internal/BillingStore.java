package org.yekuo.stage.billing.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.stage.billing.BillingCards;
import org.yekuo.stage.billing.BillingSetUp;
import org.yekuo.stage.billing.ReadingCycle;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** The tables of reading books and billing cards. */
@Component
class BillingStore implements BillingCards {

    /** A reading book: its day and cycle hold for every card in it. */
    record Book(String book, int readingDay, ReadingCycle cycle) {}

    private static final String OPEN_BOOK = """
            insert into reading_book (unit, book, reading_day, cycle) values (:unit, :book, :readingDay, :cycle) on conflict (unit, book) do nothing""";

    private static final String BOOK = "select book, reading_day, cycle from reading_book where unit = :unit and book = :book";

    private static final String BOOKS = "select book, reading_day, cycle from reading_book where unit = :unit order by book limit 200";

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(:unit || ' ' || :book, 0))";

    /** By billing_card_place. */
    private static final String OTHER_AT = """
            select case_no from billing_card
            where unit = :unit and book = :book and sequence = :sequence and (case_no, phase) <> (:caseNo, :phase)""";

    /** By billing_card_place. */
    private static final String TAKEN = """
            select sequence, case_no from billing_card
            where unit = :unit and book = :book and sequence between :first and :last and case_no <> :caseNo order by sequence limit 1""";

    private static final String PUT = """
            insert into billing_card (unit, case_no, phase, consumer_no, category, scheme, power_factor, book, sequence, first_reading_on,
              line_loss_percent, iron_loss_kw, copper_loss_percent)
            values (:unit, :caseNo, :phase, :consumerNo, :category, :scheme, :powerFactor, :book, :sequence, :firstReadingOn,
              :lineLossPercent, :ironLossKw, :copperLossPercent)
            on conflict (unit, case_no, phase) do update set consumer_no = excluded.consumer_no, category = excluded.category,
              scheme = excluded.scheme, power_factor = excluded.power_factor, book = excluded.book, sequence = excluded.sequence,
              first_reading_on = excluded.first_reading_on, line_loss_percent = excluded.line_loss_percent, iron_loss_kw = excluded.iron_loss_kw,
              copper_loss_percent = excluded.copper_loss_percent""";

    private static final String CLEAR_METERS = "delete from billing_card_meter where unit = :unit and case_no = :caseNo and phase = :phase";

    private static final String PUT_METER = """
            insert into billing_card_meter (unit, case_no, phase, asset_no, point, multiplier, start_kwh)
            values (:unit, :caseNo, :phase, :assetNo, :point, :multiplier, :startKwh)""";

    private static final String COLUMNS = """
            select case_no, phase, consumer_no, category, scheme, power_factor, book, sequence, first_reading_on from billing_card
            """;

    private static final String OF = COLUMNS + "where unit = :unit and case_no = :caseNo order by phase";

    /** By billing_card_place. */
    private static final String IN_BOOK = COLUMNS + "where unit = :unit and book = :book order by sequence";

    private static final String METERS = """
            select asset_no, point, multiplier, start_kwh from billing_card_meter
            where unit = :unit and case_no = :caseNo and phase = :phase order by point, asset_no""";

    private final JdbcClient jdbc;

    BillingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a book with its first card; its day and cycle stay as they were. */
    void openBook(UnitCode unit, String book, int readingDay, ReadingCycle cycle) {
        jdbc.sql(OPEN_BOOK).param("unit", unit.value()).param("book", book).param("readingDay", readingDay).param("cycle", cycle.name()).update();
    }

    /** Nobody else changes the book until the act ends. */
    void lock(UnitCode unit, String book) {
        jdbc.sql(LOCK).param("unit", unit.value()).param("book", book).query((row, n) -> n).list();
    }

    Optional<Book> book(UnitCode unit, String book) {
        return jdbc.sql(BOOK).param("unit", unit.value()).param("book", book)
                .query((row, n) -> new Book(row.getString(1), row.getInt(2), ReadingCycle.valueOf(row.getString(3)))).optional();
    }

    List<Book> books(UnitCode unit) {
        return jdbc.sql(BOOKS).param("unit", unit.value())
                .query((row, n) -> new Book(row.getString(1), row.getInt(2), ReadingCycle.valueOf(row.getString(3)))).list();
    }

    /** The case whose card, if not this one, stands at a place of a book. */
    Optional<String> otherAt(CaseNo caseNo, int phase, String book, int sequence) {
        return on(OTHER_AT, caseNo, phase).param("book", book).param("sequence", sequence).query(String.class).optional();
    }

    void put(Card card, @Nullable BigDecimal lineLossPercent, BillingSetUp.@Nullable TransformerLoss loss) {
        on(PUT, card.caseNo(), card.phase())
                .param("consumerNo", card.consumerNo().value())
                .param("category", card.category())
                .param("scheme", card.scheme())
                .param("powerFactor", card.powerFactor())
                .param("book", card.book())
                .param("sequence", card.sequence())
                .param("firstReadingOn", card.firstReadingOn())
                .param("lineLossPercent", lineLossPercent)
                .param("ironLossKw", loss == null ? null : loss.ironKw())
                .param("copperLossPercent", loss == null ? null : loss.copperPercent())
                .update();
        on(CLEAR_METERS, card.caseNo(), card.phase()).update();
        for (var meter : card.meters()) {
            on(PUT_METER, card.caseNo(), card.phase())
                    .param("assetNo", meter.assetNo()).param("point", meter.point())
                    .param("multiplier", meter.multiplier()).param("startKwh", meter.startKwh()).update();
        }
    }

    @Override
    public List<Violation> check(UnitCode unit, CaseNo caseNo, Places places, LocalDate energisedOn) {
        var found = new ArrayList<>(FirstReading.check(energisedOn, places.firstReadingOn(), places.readingDay(), places.cycle()));
        lock(unit, places.book());
        book(unit, places.book()).filter(book -> book.readingDay() != places.readingDay() || book.cycle() != places.cycle())
                .ifPresent(book -> found.add(Violation.at("book", "billing.book-reads-otherwise", places.book(), book.readingDay(), book.cycle().code(),
                        places.readingDay(), places.cycle().code())));
        jdbc.sql(TAKEN).param("unit", unit.value()).param("book", places.book()).param("first", places.first())
                .param("last", places.first() + places.count() - 1).param("caseNo", caseNo.value())
                .query((row, n) -> Violation.at("firstPlace", "billing.place-taken", places.book(), row.getInt(1), row.getString(2))).optional().ifPresent(found::add);
        return found;
    }

    @Override
    public void file(UnitCode unit, Places places, List<Card> cards) {
        openBook(unit, places.book(), places.readingDay(), places.cycle());
        cards.forEach(card -> put(card, null, null));
    }

    @Override
    public List<Card> of(UnitCode unit, CaseNo caseNo) {
        return cards(jdbc.sql(OF).param("unit", unit.value()).param("caseNo", caseNo.value()));
    }

    @Override
    public List<Card> inBook(UnitCode unit, String book) {
        return cards(jdbc.sql(IN_BOOK).param("unit", unit.value()).param("book", book));
    }

    private List<Card> cards(JdbcClient.StatementSpec statement) {
        return statement.query((row, n) -> new Card(new CaseNo(row.getString("case_no")), row.getInt("phase"), new ConsumerNo(row.getString("consumer_no")),
                row.getString("category"), row.getString("scheme"), row.getBigDecimal("power_factor"), row.getString("book"), row.getInt("sequence"),
                row.getObject("first_reading_on", LocalDate.class), List.of())).list().stream().map(this::withMeters).toList();
    }

    private Card withMeters(Card card) {
        var meters = on(METERS, card.caseNo(), card.phase()).query((row, n) -> new Meter(row.getString("asset_no"), row.getString("point"),
                row.getBigDecimal("multiplier"), row.getBigDecimal("start_kwh"))).list();
        return new Card(card.caseNo(), card.phase(), card.consumerNo(), card.category(), card.scheme(), card.powerFactor(), card.book(), card.sequence(),
                card.firstReadingOn(), meters);
    }

    private JdbcClient.StatementSpec on(String sql, CaseNo caseNo, int phase) {
        return jdbc.sql(sql).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value()).param("phase", phase);
    }
}
