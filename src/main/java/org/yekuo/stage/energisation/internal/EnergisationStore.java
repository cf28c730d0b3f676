package org.yekuo.stage.energisation.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.stage.energisation.Energisations;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The table of energised supplies. */
@Component
class EnergisationStore implements Energisations {

    private static final String PUT = """
            insert into energisation (unit, case_no, phase, energised_on, energised_at, capacity_kva, consumer_no)
            values (:unit, :caseNo, :phase, :day, :time, :capacityKva, :consumerNo)
            on conflict (unit, case_no, phase) do update set energised_on = excluded.energised_on, energised_at = excluded.energised_at,
              capacity_kva = excluded.capacity_kva, consumer_no = excluded.consumer_no""";

    private static final String OF = """
            select phase, energised_on, energised_at, capacity_kva, consumer_no from energisation
            where unit = :unit and case_no = :caseNo order by phase""";

    private final JdbcClient jdbc;

    EnergisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Energisation energisation) {
        jdbc.sql(PUT)
                .param("unit", energisation.caseNo().unit().value())
                .param("caseNo", energisation.caseNo().value())
                .param("phase", energisation.phase())
                .param("day", energisation.day())
                .param("time", energisation.time())
                .param("capacityKva", energisation.capacityKva())
                .param("consumerNo", energisation.consumerNo().value())
                .update();
    }

    @Override
    public List<Energisation> of(UnitCode unit, CaseNo caseNo) {
        return jdbc.sql(OF).param("unit", unit.value()).param("caseNo", caseNo.value())
                .query((row, n) -> new Energisation(caseNo, row.getInt("phase"), row.getObject("energised_on", LocalDate.class),
                        row.getObject("energised_at", LocalTime.class), row.getBigDecimal("capacity_kva"), new ConsumerNo(row.getString("consumer_no"))))
                .list();
    }
}
