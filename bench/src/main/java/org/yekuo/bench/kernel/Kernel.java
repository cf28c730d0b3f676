package org.yekuo.bench.kernel;

import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.casework.Application;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.CaseStatus;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.LedgerEvent;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.casework.internal.ledger.Progress;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackReader;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;

/** What an act reckons, without database: a due date, days between, the procedure and what of it is open, rows of the tables, an entry of the ledger. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Kernel {

    private static final LocalDate DAY0 = LocalDate.of(2008, 1, 30);
    private static final CaseNo NO = CaseNo.of(new UnitCode("3401"), 17);
    private static final Actor ACTOR = Actor.staff("340121-kc1", "王勘察");

    private WorkCalendar calendar;
    private Pack pack;
    private Facts facts;
    private Application application;
    private Moment moment;

    // Not constants, which the compiler would reckon with once for all.
    private LocalDate first = DAY0;
    private LocalDate last = LocalDate.of(2008, 10, 20);

    @Setup
    public void read() throws Exception {
        calendar = PublishedYears.china();
        pack = PackReader.read(folder("anhui-2008"));
        facts = pack.derived(pack.withDefaults(new Facts(Map.of("class", "LV_NONRES", "business", "NEW_INSTALL", "nature", "COMMERCIAL", "phaseKind", "THREE", "loadBasis", "KW",
                "demandKw", new BigDecimal("45"), "capacityKva", new BigDecimal("50"), "voltageKv", new BigDecimal("0.38"), "area", "COUNTY", "handledBy", "COUNTY"))));
        application = new Application("340121-01", "NEW_INSTALL", Application.Channel.COUNTER, "PERSON", "王小明", "长丰县水湖镇长寿路1号", null,
                new Application.Project("便民超市", "COMMERCIAL", null, null), new Application.Load(new BigDecimal("50"), new BigDecimal("45"), "THREE", null, 1, 1, "NONE"), null, false);
        moment = new Moment(DAY0, Instant.parse("2008-01-30T02:20:00Z"), ACTOR, calendar);
        // Said aloud when a pack was renamed: a look-up that finds nothing would be fast.
        pack.procedureFor(facts).orElseThrow();
        if (pack.limitsFor(facts).isEmpty() || pack.checklistFor(facts).isEmpty()) {
            throw new IllegalStateException("The pack has no rows for " + facts);
        }
    }

    /** The pack lies in the program's jar, or beside its classes. */
    static Path folder(String pack) throws URISyntaxException, java.io.IOException {
        URL found = PackReader.class.getResource("/regulations/" + pack + "/pack.yaml");
        var uri = java.util.Objects.requireNonNull(found).toURI();
        if (uri.getScheme().equals("jar")) {
            try {
                FileSystems.newFileSystem(uri, Map.of());
            } catch (java.nio.file.FileSystemAlreadyExistsException open) {
                // Good.
            }
        }
        return Path.of(uri).getParent();
    }

    @Benchmark
    public LocalDate dueDateOfFifteenWorkingDays() {
        return calendar.add(first, 15);
    }

    @Benchmark
    public int workingDaysBetween() {
        return calendar.count(first, last);
    }

    @Benchmark
    public Object procedureOfFacts() {
        return pack.procedureFor(facts);
    }

    @Benchmark
    public Object limitRowsOfFacts() {
        return pack.limitsFor(facts);
    }

    @Benchmark
    public Object checklistOfFacts() {
        return pack.checklistFor(facts);
    }

    /** A new case: which stage is open, for whom and until when. */
    @Benchmark
    public Object progressOfNewCase() {
        var file = new CaseFile(NO, pack, pack.procedureFor(facts).orElseThrow(), "340121-01", new UnitCode("340121"), new UnitCode("340121"), 1, 1, application, facts,
                CaseStatus.REGISTERED, DAY0);
        file.calendarVersion = calendar.version();
        new Progress(file, moment).advance(null);
        return file;
    }

    @Benchmark
    public Object ledgerEntryWithItsHash() {
        return LedgerEvent.next(NO, 7, LedgerEvent.GENESIS, DAY0, moment.recordedAt(), ACTOR, EventKind.STAGE_CLOSED,
                Map.of("stage", "survey", "phase", 0, "round", 1, "outcome", "PASSED"));
    }
}
