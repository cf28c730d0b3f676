package org.yekuo.stage.contract.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.stage.contract.SupplyContracts;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The table of contracts. */
@Component
class SupplyContractStore implements SupplyContracts {

    private static final String PUT = """
            insert into supply_contract (unit, case_no, phase, contract_no, type, capacity_kva, signed_on, starts_on, ends_on, remind_on,
              customer_signer, company_signer)
            values (:unit, :caseNo, :phase, :contractNo, :type, :capacityKva, :signedOn, :startsOn, :endsOn, :remindOn, :customerSigner, :companySigner)
            on conflict (unit, case_no, phase) do update set contract_no = excluded.contract_no, type = excluded.type,
              capacity_kva = excluded.capacity_kva, signed_on = excluded.signed_on, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
              remind_on = excluded.remind_on, customer_signer = excluded.customer_signer, company_signer = excluded.company_signer, void_on = null""";

    private static final String VOID = """
            update supply_contract set void_on = :on where unit = :unit and case_no = :caseNo and void_on is null""";

    private static final String OF = """
            select case_no, phase, contract_no, type, capacity_kva, signed_on, starts_on, ends_on, remind_on
            from supply_contract where unit = :unit and case_no = :caseNo and void_on is null order by phase""";

    /** By supply_contract_remind. */
    private static final String TO_RENEW = """
            select case_no, phase, contract_no, type, capacity_kva, signed_on, starts_on, ends_on, remind_on
            from supply_contract where unit = :unit and remind_on between :first and :last and void_on is null and phase = 0 order by remind_on, case_no""";

    private static final String PROLONG = """
            update supply_contract set ends_on = :endsOn, remind_on = remind_on + (:endsOn::date - ends_on) where unit = :unit and case_no = :caseNo and void_on is null""";

    private final JdbcClient jdbc;

    SupplyContractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(SupplyContract contract, String customerSigner, String companySigner) {
        jdbc.sql(PUT)
                .param("unit", contract.caseNo().unit().value())
                .param("caseNo", contract.caseNo().value())
                .param("phase", contract.phase())
                .param("contractNo", contract.contractNo())
                .param("type", contract.type())
                .param("capacityKva", contract.capacityKva())
                .param("signedOn", contract.signedOn())
                .param("startsOn", contract.startsOn())
                .param("endsOn", contract.endsOn())
                .param("remindOn", contract.remindOn())
                .param("customerSigner", customerSigner)
                .param("companySigner", companySigner)
                .update();
    }

    /** The case ended before the supply began: its contract and annexes bind nobody any more, and stay on file. */
    void voidAll(CaseNo caseNo, LocalDate on) {
        jdbc.sql(VOID).param("on", on).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value()).update();
    }

    @Override
    public List<SupplyContract> of(UnitCode unit, CaseNo caseNo) {
        return jdbc.sql(OF).param("unit", unit.value()).param("caseNo", caseNo.value()).query(SupplyContractStore::contract).list();
    }

    @Override
    public void prolong(UnitCode unit, CaseNo caseNo, LocalDate endsOn) {
        jdbc.sql(PROLONG).param("endsOn", endsOn).param("unit", unit.value()).param("caseNo", caseNo.value()).update();
    }

    @Override
    public List<SupplyContract> toRenew(UnitCode unit, LocalDate from, LocalDate to) {
        return jdbc.sql(TO_RENEW).param("unit", unit.value()).param("first", from).param("last", to).query(SupplyContractStore::contract).list();
    }

    private static SupplyContract contract(ResultSet row, int n) throws SQLException {
        return new SupplyContract(new CaseNo(row.getString("case_no")), row.getInt("phase"), row.getString("contract_no"), row.getString("type"),
                row.getBigDecimal("capacity_kva"), row.getObject("signed_on", LocalDate.class), row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class), row.getObject("remind_on", LocalDate.class));
    }
}
