package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.ActAnswers;
import org.yekuo.api.internal.CaseAnswers;
import org.yekuo.api.internal.Idempotent;
import org.yekuo.api.internal.JsonBody;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.api.internal.Takes;
import org.yekuo.casework.ReadingCase;
import org.yekuo.form.Asked;
import org.yekuo.stage.acceptance.PermanentForm;
import org.yekuo.stage.temporary.MakingSupplyPermanent;
import org.yekuo.stage.temporary.ProlongingTemporarySupply;
import org.yekuo.stage.temporary.ReadingTemporarySupplies;
import org.yekuo.stage.temporary.RemovingTemporarySupply;
import org.yekuo.stage.temporary.TemporarySupply;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Temporary supplies that are on (临时用电): the list with its tasks, and what becomes of one. */
@Tag(name = "4 案件操作 Case acts", description = "临时用电到期处理")
@RestController
@RequestMapping("/api/v1")
class TemporarySuppliesApi {

    record ProlongationForm(
            @Asked(usedBy = "rule:temporary.prolonged-too-far") LocalDate until, @Asked(usedBy = "room:temporary", maxLength = 60) String applicationNo,
            @Asked(usedBy = "room:temporary", maxLength = 500) String reason) {}

    record RemovalForm(@Asked(usedBy = "rule:temporary.before-energising") LocalDate removedOn, @Asked(usedBy = "room:temporary", maxLength = 60) String slipNo) {}

    private final ReadingTemporarySupplies reading;
    private final ProlongingTemporarySupply prolonging;
    private final RemovingTemporarySupply removing;
    private final MakingSupplyPermanent making;
    private final ReadingCase cases;
    private final CaseAnswers answers;
    private final ActAnswers acts;
    private final Idempotent idempotent;
    private final CurrentStaff current;

    TemporarySuppliesApi(ReadingTemporarySupplies reading, ProlongingTemporarySupply prolonging, RemovingTemporarySupply removing,
            MakingSupplyPermanent making, ReadingCase cases, CaseAnswers answers, ActAnswers acts, Idempotent idempotent, CurrentStaff current) {
        this.reading = reading;
        this.prolonging = prolonging;
        this.removing = removing;
        this.making = making;
        this.cases = cases;
        this.answers = answers;
        this.acts = acts;
        this.idempotent = idempotent;
        this.current = current;
    }

    @GetMapping("/temporary-supplies")
    ReadingTemporarySupplies.Page list(
            @RequestParam(required = false) TemporarySupply.@Nullable State state, @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate endingBy, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        if (unit != null && !UnitCode.isValid(unit)) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, List.of(Violation.at("unit", "form.wrong-pattern", unit, "34 / 3401 / 340121")));
        }
        return reading.read(current.staffNo(), new ReadingTemporarySupplies.Query(state, unit == null ? null : new UnitCode(unit), endingBy, cursor, size));
    }

    @PostMapping("/cases/{no}/temporary-supply/prolongation")
    @Takes(ProlongationForm.class)
    ResponseEntity<Object> prolong(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(ProlongationForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number, () -> prolonging.prolong(number,
                new ProlongingTemporarySupply.Prolongation(said.until(), said.applicationNo(), said.reason()), current.actor()));
    }

    @PostMapping("/cases/{no}/temporary-supply/removal")
    @Takes(RemovalForm.class)
    ResponseEntity<Object> remove(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var said = body.as(RemovalForm.class);
        var number = answers.number(no);
        return acts.act(request, body.text(), number,
                () -> removing.remove(number, new RemovingTemporarySupply.Removal(said.removedOn(), said.slipNo()), current.actor()));
    }

    /** Answers the new case. */
    @PostMapping("/cases/{no}/temporary-supply/permanent")
    @Takes(PermanentForm.class)
    ResponseEntity<Object> makePermanent(@PathVariable String no, JsonBody body, HttpServletRequest request) {
        var form = body.as(PermanentForm.class);
        var number = answers.number(no);
        var actor = current.actor();
        return idempotent.once(request, body.text(), HttpStatus.CREATED, () -> making.make(number, form, actor)
                .map(applied -> answers.of(cases.summary(applied.caseNo(), actor).orElseThrow(), List.of())));
    }
}
