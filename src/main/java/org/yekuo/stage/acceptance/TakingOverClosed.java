package org.yekuo.stage.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.customer.Customers;
import org.yekuo.form.JsonRows;
import org.yekuo.organisation.Organisation;
import org.yekuo.regulation.Regulations;
import org.yekuo.stage.acceptance.ClosedCaseImport.Refused;
import org.yekuo.stage.acceptance.ClosedCaseImport.State;
import org.yekuo.stage.acceptance.internal.ClosedCaseImports;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Takes over closed cases of an old system (历史工单接收), a line of JSON each, as it recorded them: any number, in batches of which each is a transaction. A line that
 * can't have been is refused by its number with everything wrong with it; the others go in all the same. Whatever came before a broken stream is there, and all may be
 * sent again: what was taken over before is passed by. A trial run looks at every line and keeps nothing but the result.
 */
@Component
public class TakingOverClosed {

    private final ClosedCaseImports imports;
    private final WhoTakesOver who;
    private final FilingClosedCases filing;
    private final Regulations regulations;
    private final Organisation organisation;
    private final Customers customers;
    private final BusinessClock clock;

    TakingOverClosed(ClosedCaseImports imports, WhoTakesOver who, FilingClosedCases filing, Regulations regulations, Organisation organisation, Customers customers,
            BusinessClock clock) {
        this.imports = imports;
        this.who = who;
        this.filing = filing;
        this.regulations = regulations;
        this.organisation = organisation;
        this.customers = customers;
        this.clock = clock;
    }

    /** Enters an import, which {@link #run} then does. */
    public Answer<ClosedCaseImport> begin(String fileName, boolean trial, Actor importer) {
        return who.of(importer).map(unit -> Answer.done(imports.begin(unit, importer, fileName, trial)))
                .orElseGet(() -> Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("acceptance.no-import-here", importer.name())));
    }

    /** Reads all lines and takes them over; the memory it needs does not grow with them. */
    public ClosedCaseImport run(ClosedCaseImport begun, InputStream lines, Actor importer) throws IOException {
        var done = false;
        var reading = new ReadingClosedCases(who, regulations, organisation, customers, clock.today(), importer);
        try (var batches = filing.open(begun, importer)) {
            JsonRows.read(lines, Integer.MAX_VALUE, row -> batches.add(switch (row) {
                case JsonRows.Row.Read(long line, var tree) -> reading.read(line, tree);
                case JsonRows.Row.Broken(long line, var why) -> new ReadingClosedCases.Line.Wrong(new Refused(line, null, List.of(why)));
            }));
            batches.finish();
            done = true;
        } finally {
            if (!done) {
                imports.end(begun.importNo(), State.BROKEN);
            }
        }
        return imports.end(begun.importNo(), State.DONE);
    }

    /** The latest imports of the importer's unit and those below it. */
    public List<ClosedCaseImport> latest(@Nullable Long before, int size, Actor importer) {
        return who.of(importer).map(unit -> imports.latest(unit, before == null ? Long.MAX_VALUE : before, size)).orElse(List.of());
    }

    /** An import of the importer's unit or one below it. */
    public Optional<ClosedCaseImport> find(long importNo, Actor importer) {
        return imports.find(importNo).filter(found -> who.of(importer).filter(unit -> unit.covers(found.unit())).isPresent());
    }

    /** The lines it refused behind {@code after}; the first ten thousand are kept. */
    public List<Refused> refused(ClosedCaseImport found, long after, int size) {
        return imports.refused(found.importNo(), after, size);
    }

    /** Whether she may take over at all. */
    public boolean isOpenTo(Actor actor) {
        return actor.kind() == Actor.Kind.STAFF && who.of(actor).isPresent();
    }
}
