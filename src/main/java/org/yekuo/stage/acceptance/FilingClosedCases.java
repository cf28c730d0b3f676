package org.yekuo.stage.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.casework.RecordingEndedCases;
import org.yekuo.casework.RecordingEndedCases.Filed;
import org.yekuo.casework.RecordingEndedCases.Original;
import org.yekuo.casework.RecordingEndedCases.Ready;
import org.yekuo.customer.Customers;
import org.yekuo.customer.Premises;
import org.yekuo.stage.acceptance.ClosedCaseImport.Refused;
import org.yekuo.stage.acceptance.internal.ClosedCaseImports;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.YekuoException;

/** Files the lines of an import batch by batch, each a transaction: while one is written, the next is read and its ledgers are hashed. */
@Component
class FilingClosedCases {

    private static final int BATCH = 2_000;

    /** A case of a batch, by the number it had. */
    private record Case(Original original, Ready ready, ReadingClosedCase.Read read) {}

    private final RecordingEndedCases recording;
    private final ClosedCaseImports imports;
    private final Customers customers;
    private final Premises premises;
    private final TransactionTemplate transaction;

    FilingClosedCases(RecordingEndedCases recording, ClosedCaseImports imports, Customers customers, Premises premises, PlatformTransactionManager transactions) {
        this.recording = recording;
        this.imports = imports;
        this.customers = customers;
        this.premises = premises;
        this.transaction = new TransactionTemplate(transactions);
    }

    Batches open(ClosedCaseImport begun, Actor importer) {
        return new Batches(begun, importer);
    }

    /** The lines on their way. Closed before it is finished, it leaves the batches it has written and nothing else. */
    final class Batches implements AutoCloseable {

        private final ClosedCaseImport begun;
        private final Actor importer;
        private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("closed-cases").factory());
        private final List<ReadingClosedCases.Line.Good> good = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private @Nullable Future<?> writing;

        private Batches(ClosedCaseImport begun, Actor importer) {
            this.begun = begun;
            this.importer = importer;
        }

        void add(ReadingClosedCases.Line line) {
            switch (line) {
                case ReadingClosedCases.Line.Good one -> good.add(one);
                case ReadingClosedCases.Line.Wrong(Refused wrong) -> refused.add(wrong);
            }
            if (good.size() + refused.size() == BATCH) {
                hand();
            }
        }

        void finish() {
            hand();
            await();
        }

        private void hand() {
            var cases = ready(List.copyOf(good), begun, importer);
            var wrong = List.copyOf(refused);
            await();
            writing = writer.submit(() -> write(begun, cases, wrong, importer));
            good.clear();
            refused.clear();
        }

        private void await() {
            if (writing == null) {
                return;
            }
            try {
                writing.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new YekuoException("acceptance.import-interrupted", "The import " + begun.importNo() + " was interrupted.", interrupted);
            }
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    private List<Case> ready(List<ReadingClosedCases.Line.Good> lines, ClosedCaseImport begun, Actor importer) {
        var batch = recording.begin(importer);
        var numbers = recording.sequences(lines.size()).iterator();
        return lines.stream().map(line -> {
            var read = line.read();
            var ready = recording.play(CaseNo.of(read.what().unit(), numbers.next()), read.what(), read.said(), batch, begun.importNo());
            return new Case(new Original(read.what().unit(), read.said().originalNo()), ready, read);
        }).toList();
    }

    /** Once more where somebody filed a customer, a place or a number between our look and our write. */
    private void write(ClosedCaseImport begun, List<Case> cases, List<Refused> refused, Actor importer) {
        try {
            transaction.executeWithoutResult(status -> file(begun, cases, refused, importer));
        } catch (DuplicateKeyException raced) {
            transaction.executeWithoutResult(status -> file(begun, cases, refused, importer));
        }
    }

    private void file(ClosedCaseImport begun, List<Case> cases, List<Refused> refused, Actor importer) {
        recording.oneAtATime();
        var there = new HashSet<>(recording.already(cases.stream().map(Case::original).toList()).keySet());
        // A number that stands twice in a file is taken over once.
        var fresh = cases.stream().filter(one -> there.add(one.original())).toList();
        if (!begun.trial()) {
            var byCity = new LinkedHashMap<UnitCode, List<Case>>();
            fresh.forEach(one -> byCity.computeIfAbsent(one.read().what().unit(), city -> new ArrayList<>()).add(one));
            byCity.forEach((city, of) -> recording.file(filed(city, of, importer)));
        }
        imports.move(begun.importNo(), cases.size() + refused.size(), cases.size() - fresh.size(), refused, begun.trial() ? List.of() : fresh.stream().map(one -> one.ready().head()).toList(),
                fresh.size());
    }

    private List<Filed> filed(UnitCode city, List<Case> cases, Actor importer) {
        var whose = customers.registerAll(city, cases.stream().map(one -> one.read().party()).toList(), importer).iterator();
        var where = premises.registerAll(city, cases.stream().map(one -> one.read().what().application().address()).toList()).iterator();
        return cases.stream().map(one -> new Filed(one.ready(), whose.next(), where.next())).toList();
    }
}
