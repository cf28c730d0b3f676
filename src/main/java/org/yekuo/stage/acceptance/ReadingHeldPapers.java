package org.yekuo.stage.acceptance;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.CustomerCases;
import org.yekuo.customer.Customers;
import org.yekuo.customer.IdType;
import org.yekuo.document.CasePapers;
import org.yekuo.document.HeldPaper;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/**
 * What the customer's file holds already (档案中已有, 不得重复索取): papers of her other cases in the same city company that the pack lets be used again and
 * that say until when they are valid. One that says nothing has to be looked at anew.
 */
@Component
public class ReadingHeldPapers {

    private final CustomerCases cases;
    private final CasePapers papers;
    private final Customers customers;

    ReadingHeldPapers(CustomerCases cases, CasePapers papers, Customers customers) {
        this.cases = cases;
        this.papers = papers;
        this.customers = customers;
    }

    /** For a case, on {@code day}. */
    public List<HeldPaper> of(CaseView view, LocalDate day) {
        return of(view.pack(), view.unit(), view.customerId(), view.caseNo(), day);
    }

    /** By the code of each paper, for whoever has this identity in the city of {@code unit}; nothing for a stranger. */
    public Map<String, HeldPaper> of(Pack pack, UnitCode unit, IdType idType, String idNumber, LocalDate day) {
        var held = new LinkedHashMap<String, HeldPaper>();
        customers.byIdentity(unit, idType, idNumber).ifPresent(customer ->
                of(pack, customer.unit(), customer.id(), null, day).forEach(paper -> held.putIfAbsent(paper.type(), paper)));
        return held;
    }

    private List<HeldPaper> of(Pack pack, UnitCode unit, long customerId, @org.jspecify.annotations.Nullable CaseNo except, LocalDate day) {
        var others = cases.accepted(unit, customerId).stream().filter(no -> !no.equals(except)).toList();
        var types = pack.checklists().stream().filter(ChecklistRow::usedAgain).map(ChecklistRow::code).toList();
        return others.isEmpty() || types.isEmpty() ? List.of() : papers.held(unit, others, types, day);
    }
}
