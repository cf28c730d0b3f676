package org.yekuo.stage.plan.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.plan.SupplyPlans;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The table of plans; every statement goes by its key. */
@Component
class SupplyPlanStore implements SupplyPlans {

    private static final String PUT = """
            insert into supply_plan (unit, case_no, version, capacity_kva, transformers_kva, voltage_kv, sources, circuits, fee, drafted_on)
            values (:unit, :caseNo, :version, :capacityKva, :transformersKva, :voltageKv, :sources, :circuits, :fee, :draftedOn)
            on conflict (unit, case_no) do update set version = excluded.version, capacity_kva = excluded.capacity_kva,
              transformers_kva = excluded.transformers_kva, voltage_kv = excluded.voltage_kv, sources = excluded.sources,
              circuits = excluded.circuits, fee = excluded.fee, drafted_on = excluded.drafted_on, issued_on = null, valid_until = null""";

    private static final String ISSUE = """
            update supply_plan set issued_on = :issuedOn, valid_until = :validUntil where unit = :unit and case_no = :caseNo""";

    private static final String FIND = """
            select version, capacity_kva, transformers_kva, voltage_kv, sources, circuits, fee, drafted_on, issued_on, valid_until
            from supply_plan where unit = :unit and case_no = :caseNo""";

    private final JdbcClient jdbc;

    SupplyPlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(CaseNo caseNo, int version, PlanDraft draft, BigDecimal fee, LocalDate draftedOn) {
        jdbc.sql(PUT)
                .param("unit", caseNo.unit().value())
                .param("caseNo", caseNo.value())
                .param("version", version)
                .param("capacityKva", draft.capacityKva())
                .param("transformersKva", draft.transformersKva())
                .param("voltageKv", draft.voltageKv())
                .param("sources", draft.sources())
                .param("circuits", draft.circuits().size())
                .param("fee", fee)
                .param("draftedOn", draftedOn)
                .update();
    }

    void issue(CaseNo caseNo, LocalDate issuedOn, @Nullable LocalDate validUntil) {
        jdbc.sql(ISSUE)
                .param("unit", caseNo.unit().value())
                .param("caseNo", caseNo.value())
                .param("issuedOn", issuedOn)
                .param("validUntil", validUntil, java.sql.Types.DATE)
                .update();
    }

    @Override
    public Optional<SupplyPlan> find(UnitCode unit, CaseNo caseNo) {
        return jdbc.sql(FIND).param("unit", unit.value()).param("caseNo", caseNo.value()).query((row, n) -> plan(caseNo, row)).optional();
    }

    private static SupplyPlan plan(CaseNo caseNo, ResultSet row) throws SQLException {
        return new SupplyPlan(caseNo, row.getInt("version"), row.getBigDecimal("capacity_kva"), row.getBigDecimal("transformers_kva"),
                row.getBigDecimal("voltage_kv"), row.getInt("sources"), row.getInt("circuits"), row.getBigDecimal("fee"),
                row.getObject("drafted_on", LocalDate.class), row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
