package org.yekuo.stage.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.casework.Application;
import org.yekuo.casework.ImportedHistory;
import org.yekuo.casework.ImportingCase;
import org.yekuo.casework.NewCase;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.SuspendingCase;
import org.yekuo.customer.Customers;
import org.yekuo.customer.Premises;
import org.yekuo.document.ServiceManner;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes over one open case of an old system from its row: application, dates, stages with results, receipts, pauses. Each row stands alone;
 * refused with everything wrong with it. A trial run does everything and keeps nothing. A row taken over before is answered with its case.
 */
@Component
public class TakingOver {

    /** What became of a row; {@code WOULD_IMPORT} on a trial run. */
    public enum Outcome { IMPORTED, WOULD_IMPORT, ALREADY, REFUSED }

    /** One row's result. */
    public record RowResult(
            @Nullable String originalNo, Outcome outcome, @Nullable String caseNo, @Nullable String status, List<String> openStages, List<Violation> violations) {

        static RowResult refused(@Nullable String originalNo, List<Violation> violations) {
            return new RowResult(originalNo, Outcome.REFUSED, null, null, List.of(), violations);
        }
    }

    private final Organisation organisation;
    private final Regulations regulations;
    private final WhoTakesOver who;
    private final Customers customers;
    private final Premises premises;
    private final StageWorks works;
    private final ImportingCase importing;
    private final TransactionTemplate transaction;

    TakingOver(Organisation organisation, Regulations regulations, WhoTakesOver who, Customers customers, Premises premises, StageWorks works,
            ImportingCase importing, PlatformTransactionManager transactions) {
        this.organisation = organisation;
        this.regulations = regulations;
        this.who = who;
        this.customers = customers;
        this.premises = premises;
        this.works = works;
        this.importing = importing;
        this.transaction = new TransactionTemplate(transactions);
    }

    public RowResult takeOver(JsonNode row, boolean dryRun, Actor importer) {
        var originalNo = row.path("originalNo").isString() ? row.path("originalNo").stringValue() : null;
        var wrong = new ArrayList<Violation>();
        var said = read(frame(row), ImportRow.class, "", wrong);
        var form = read(row.path("application"), ApplicationForm.class, "application", wrong);
        if (said == null || form == null) {
            return RowResult.refused(originalNo, wrong);
        }
        var results = results(row, said, wrong);
        var result = attempt(said, form, results, wrong, dryRun, importer);
        // Somebody else took the same one over a moment ago: then it is taken over.
        return result.outcome() == Outcome.REFUSED && result.violations().stream().anyMatch(violation -> violation.rule().equals("casework.duplicate-raced"))
                ? attempt(said, form, results, wrong, dryRun, importer) : result;
    }

    private RowResult attempt(
            ImportRow said, ApplicationForm form, List<@Nullable StageResult> results, List<Violation> faults, boolean dryRun, Actor importer) {
        var wrong = new ArrayList<>(faults);
        return Objects.requireNonNull(transaction.execute(status -> {
            var answer = takeOver(said, form, results, wrong, importer);
            if (dryRun || answer instanceof Answer.Refused<ImportingCase.Imported>) {
                status.setRollbackOnly();
            }
            return switch (answer) {
                case Answer.Refused<ImportingCase.Imported>(Refusal refusal) -> RowResult.refused(said.originalNo(), refusal.violations());
                case Answer.Done<ImportingCase.Imported>(ImportingCase.Imported done) -> new RowResult(said.originalNo(),
                        done.already() ? Outcome.ALREADY : dryRun ? Outcome.WOULD_IMPORT : Outcome.IMPORTED,
                        dryRun && !done.already() ? null : done.caseNo().value(), done.status(), done.openStages(), List.of());
            };
        }));
    }

    private Answer<ImportingCase.Imported> takeOver(
            ImportRow said, ApplicationForm form, List<@Nullable StageResult> results, List<Violation> wrong, Actor importer) {
        var acceptedBy = organisation.hall(form.hall()).map(Hall::unit)
                .or(() -> Optional.of(form.hall()).filter(UnitCode::isValid).map(UnitCode::new).flatMap(organisation::unit).map(Unit::code));
        var supplier = (form.unit() == null ? acceptedBy : Optional.of(form.unit()).map(UnitCode::new).flatMap(organisation::unit).map(Unit::code))
                .filter(unit -> !unit.isProvince());
        if (acceptedBy.isEmpty() || supplier.isEmpty()) {
            wrong.add(Violation.at(acceptedBy.isEmpty() ? "application.hall" : "application.unit", "acceptance.hall-unknown",
                    acceptedBy.isEmpty() ? form.hall() : String.valueOf(form.unit())));
            return Answer.invalid(wrong);
        }
        if (!who.may(importer, supplier.get())) {
            return Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("acceptance.import-not-allowed", supplier.get(), importer.name()));
        }
        var before = importing.already(supplier.get().city(), said.originalNo());
        if (before.isPresent()) {
            return Answer.done(before.get());
        }
        var pack = regulations.inForce(said.acceptedOn());
        if (pack.isEmpty()) {
            wrong.add(Violation.at("acceptedOn", "acceptance.no-pack", said.acceptedOn()));
            return Answer.invalid(wrong);
        }
        customers.check(form.party(), said.acceptedOn()).forEach(violation -> wrong.add(violation.under("application.applicant")));
        return switch (ReadingApplication.read(form, pack.get(), supplier.get(), said.acceptedOn())) {
            case Answer.Refused<ReadApplication>(Refusal refusal) -> {
                refusal.violations().forEach(violation -> wrong.add(violation.under("application")));
                yield Answer.invalid(wrong);
            }
            case Answer.Done<ReadApplication>(ReadApplication read) -> {
                var history = history(said, form, results, read);
                wrong.addAll(importing.impossible(history, pack.get(), read.procedure()));
                yield wrong.isEmpty() ? file(history, form, read, pack.get(), acceptedBy.get(), supplier.get(), importer) : Answer.invalid(wrong);
            }
        };
    }

    private Answer<ImportingCase.Imported> file(ImportedHistory history, ApplicationForm form, ReadApplication read, Pack pack, UnitCode acceptedBy,
            UnitCode supplier, Actor importer) {
        var customer = customers.register(read.unit(), form.party(), importer);
        var place = premises.register(read.unit(), form.premises().address(), form.premises().area());
        var phone = form.applicant().phone();
        var what = new NewCase(read.unit(), read.handledBy(), form.hall(), acceptedBy, customer.id(), place.id(), read.application(), read.facts(), pack,
                read.procedure(), form.premises().area(), phone.length() < 4 ? null : phone.substring(phone.length() - 4), importer, supplier);
        return importing.take(what, history);
    }

    private ImportedHistory history(ImportRow said, ApplicationForm form, List<@Nullable StageResult> results, ReadApplication read) {
        var stages = new ArrayList<ImportedHistory.Stage>();
        stages.add(accepted(said, form, read));
        for (int i = 0; i < said.stages().size(); i++) {
            var stage = said.stages().get(i);
            stages.add(new ImportedHistory.Stage("stages[" + i + "]", stage.stage(), stage.phase(), stage.requestedOn(), stage.papers(), stage.closedOn(),
                    Objects.requireNonNullElse(stage.outcome(), ImportedHistory.Conclusion.PASSED), stage.by(), results.get(i),
                    stage.parts().stream().map(part -> new ImportedHistory.Part(part.part(), part.closedOn(),
                            Objects.requireNonNullElse(part.opinion(), org.yekuo.casework.Opinion.AGREE), part.text(), part.by())).toList(),
                    stage.receipt() == null ? null : stage.receipt().service()));
        }
        var pauses = new ArrayList<ImportedHistory.Pause>();
        for (int i = 0; i < said.pauses().size(); i++) {
            var pause = said.pauses().get(i);
            var evidence = pause.evidence();
            pauses.add(new ImportedHistory.Pause("pauses[" + i + "]", pause.kind() == ImportRow.Pause.Kind.HOLD, pause.reason(), pause.from(), pause.to(),
                    evidence == null ? null : new SuspendingCase.Proof(evidence.kind(), evidence.fileId(), evidence.note())));
        }
        return new ImportedHistory(said.originalNo(), said.originalSystem(), said.acceptedOn(), said.owner(), stages, pauses, said.constructionStartedOn(),
                said.presentStages());
    }

    /** The acceptance, with the papers the row lists. */
    private static ImportedHistory.Stage accepted(ImportRow said, ApplicationForm form, ReadApplication read) {
        var management = form.project().supplyManagement();
        var papers = new Acceptance(said.acceptedOn(), form.documentsOrNone(), null, true,
                management == null ? null : new ReportElements(null, null, null, null, management), null);
        var receipt = said.receipt() != null ? said.receipt().service()
                : form.channel() == Application.Channel.COUNTER ? new ImportedHistory.Service(said.acceptedOn(), ServiceManner.COUNTER, null, null) : null;
        return new ImportedHistory.Stage("application", read.procedure().stages().getFirst().key(), null, null, List.of(), said.acceptedOn(),
                ImportedHistory.Conclusion.PASSED, null, papers, List.of(), receipt);
    }

    /** The results of the stages that are closed, each read as its room reads it; null where a stage is not closed or unknown. */
    private List<@Nullable StageResult> results(JsonNode row, ImportRow said, List<Violation> wrong) {
        var results = new ArrayList<@Nullable StageResult>();
        for (int i = 0; i < said.stages().size(); i++) {
            var stage = said.stages().get(i);
            var work = works.work(stage.stage());
            var tree = row.path("stages").path(i).path("result");
            results.add(stage.closedOn() == null || work.isEmpty() ? null
                    : read(tree.isMissingNode() ? ((ObjectNode) row).objectNode() : tree, work.get().resultType(), "stages[" + i + "].result", wrong));
        }
        return results;
    }

    /** The row without what has a shape of its own. */
    private static JsonNode frame(JsonNode row) {
        if (!(row instanceof ObjectNode object)) {
            return row;
        }
        var frame = object.deepCopy();
        frame.remove("application");
        frame.path("stages").forEach(stage -> {
            if (stage instanceof ObjectNode one) {
                one.remove("result");
            }
        });
        return frame;
    }

    private static <T> @Nullable T read(JsonNode tree, Class<T> type, String under, List<Violation> wrong) {
        return switch (Forms.bind(tree, type)) {
            case Bound.Read<T>(T value) -> value;
            case Bound.Faulty<T>(List<Violation> violations) -> {
                violations.forEach(violation -> wrong.add(under.isEmpty() ? violation : violation.under(under)));
                yield null;
            }
        };
    }
}
