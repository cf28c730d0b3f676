package org.yekuo.stage.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.customer.Customers;
import org.yekuo.customer.Party;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.stage.acceptance.ClosedCaseImport.Refused;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.JsonNode;

/** Reads the lines of one import: units, packs and what the importer may are asked once for all of them. Not for several threads. */
final class ReadingClosedCases {

    /** A line: read, or wrong with everything that is. */
    sealed interface Line {
        record Good(long line, ReadingClosedCase.Read read) implements Line {}

        record Wrong(Refused refused) implements Line {}
    }

    private final WhoTakesOver who;
    private final Regulations regulations;
    private final Customers customers;
    private final LocalDate today;
    private final Actor importer;
    private final Set<UnitCode> units;
    private final Map<UnitCode, Boolean> mine = new HashMap<>();
    private final Map<LocalDate, Optional<Pack>> packs = new HashMap<>();

    ReadingClosedCases(WhoTakesOver who, Regulations regulations, Organisation organisation, Customers customers, LocalDate today, Actor importer) {
        this.who = who;
        this.regulations = regulations;
        this.customers = customers;
        this.today = today;
        this.importer = importer;
        this.units = organisation.units().stream().map(Unit::code).collect(Collectors.toSet());
    }

    Line read(long line, JsonNode tree) {
        var wrong = new ArrayList<Violation>();
        var read = switch (Forms.bind(tree, ClosedCaseRow.class)) {
            case Bound.Read<ClosedCaseRow>(ClosedCaseRow row) -> read(row, wrong);
            case Bound.Faulty<ClosedCaseRow>(List<Violation> faults) -> {
                wrong.addAll(faults);
                yield null;
            }
        };
        return read != null && wrong.isEmpty() ? new Line.Good(line, read)
                : new Line.Wrong(new Refused(line, tree.path("originalNo").asString(null), wrong));
    }

    private ReadingClosedCase.@Nullable Read read(ClosedCaseRow row, List<Violation> wrong) {
        var supplier = unit("unit", row.unit(), wrong);
        var handler = row.handledBy() == null ? supplier : unit("handledBy", row.handledBy(), wrong);
        if (supplier != null && handler != null) {
            if (!supplier.city().equals(handler.city())) {
                wrong.add(Violation.at("handledBy", "acceptance.recorded-other-city", handler, supplier));
            } else if (!mine.computeIfAbsent(handler, unit -> who.may(importer, unit))) {
                wrong.add(Violation.at(row.handledBy() == null ? "unit" : "handledBy", "acceptance.import-not-allowed", handler, importer.name()));
            }
        }
        applicant(ReadingClosedCase.party(row), wrong);
        var pack = packs.computeIfAbsent(row.acceptedOn(), regulations::inForce);
        if (pack.isEmpty()) {
            wrong.add(Violation.at("acceptedOn", "acceptance.no-pack", row.acceptedOn()));
            return null;
        }
        return ReadingClosedCase.read(row, pack.get(), Objects.requireNonNullElse(supplier, UNKNOWN), Objects.requireNonNullElse(handler, UNKNOWN), importer, today, wrong);
    }

    /** Stands where no unit could be read, so that the rest of the line is looked at too. */
    private static final UnitCode UNKNOWN = new UnitCode("0000");

    private @Nullable UnitCode unit(String field, String code, List<Violation> wrong) {
        var unit = UnitCode.isValid(code) ? new UnitCode(code) : null;
        if (unit == null || unit.isProvince() || !units.contains(unit)) {
            wrong.add(Violation.at(field, "acceptance.recorded-unit-unknown", code));
            return null;
        }
        return unit;
    }

    /** What is said of the applicant must be right; what the old system does not know is no fault. */
    private void applicant(Party party, List<Violation> wrong) {
        customers.check(party, today).stream()
                .filter(violation -> !(party.idNumber().isBlank() && "idNumber".equals(violation.field())) && !(party.phone().isBlank() && "phone".equals(violation.field())))
                .forEach(violation -> wrong.add(violation.under("applicant")));
    }
}
