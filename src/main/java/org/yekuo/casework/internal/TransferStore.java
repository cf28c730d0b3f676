package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ReadingTransfers.Waiting;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Transfer;
import org.yekuo.database.OneTrip;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Transfers of cases between units. */
@Component
public class TransferStore {

    private static final String OF_CASE = "select * from case_transfer where unit = ? and case_no = ? order by n";
    private static final String UPSERT = """
            insert into case_transfer (unit, case_no, n, from_unit, to_unit, to_hall, reason, former_premises, former_area, asked_on, asked_by,
              asked_by_name, due_on, state, answered_on, answered_by, answered_by_name, answer)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (unit, case_no, n) do update set
              state = excluded.state, answered_on = excluded.answered_on, answered_by = excluded.answered_by,
              answered_by_name = excluded.answered_by_name, answer = excluded.answer""";
    // transfer_open
    private static final String WAITING = """
            select t.*, c.customer_name from case_transfer t join connection_case c on c.unit = t.unit and c.case_no = t.case_no
            where t.unit = ? and t.state = 'OPEN' and (t.to_unit like any (?) or t.from_unit like any (?)) order by t.due_on, t.case_no limit 200""";

    private final JdbcClient jdbc;

    TransferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void load(CaseFile file) {
        jdbc.sql(OF_CASE).params(file.unit().value(), file.no.value()).query((row, i) -> transfer(row)).list().forEach(file.transfers::add);
    }

    /** Fills the cases opened before it. */
    void ask(OneTrip trip, CasesAsked asked) {
        asked.ask(trip, OF_CASE, (file, row) -> file.transfers.add(transfer(row)));
    }

    void save(CaseFile file) {
        for (var transfer : file.transfers) {
            if (transfer.fresh || transfer.dirty) {
                jdbc.sql(UPSERT).params(Arrays.asList(file.unit().value(), file.no.value(), transfer.n, transfer.from.value(), transfer.to.value(),
                        transfer.toHall, transfer.reason, transfer.formerPremises.value(), transfer.formerArea, transfer.askedOn, transfer.askedBy,
                        transfer.askedByName, transfer.dueOn, transfer.state.name(), transfer.answeredOn, transfer.answeredBy, transfer.answeredByName,
                        transfer.answer)).update();
                transfer.fresh = false;
                transfer.dirty = false;
            }
        }
    }

    /** The open transfers of a city from or to these units and those below them. */
    public List<Waiting> waiting(UnitCode city, List<UnitCode> units, LocalDate today) {
        var codes = units.stream().map(unit -> unit.value() + "%").toArray(String[]::new);
        return jdbc.sql(WAITING).params(city.value(), codes, codes).query((row, i) -> {
            var transfer = transfer(row);
            return new Waiting(new CaseNo(row.getString("case_no")), row.getString("customer_name"), transfer.n, transfer.from.value(), transfer.to.value(),
                    transfer.reason, transfer.askedByName, transfer.askedOn, transfer.dueOn, today.isAfter(transfer.dueOn));
        }).list();
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        var transfer = new Transfer(row.getInt("n"), new UnitCode(row.getString("from_unit")), new UnitCode(row.getString("to_unit")), row.getString("to_hall"),
                row.getString("reason"), new UnitCode(row.getString("former_premises")), row.getString("former_area"),
                row.getObject("asked_on", LocalDate.class), row.getString("asked_by"), row.getString("asked_by_name"),
                row.getObject("due_on", LocalDate.class));
        transfer.state = Transfer.State.valueOf(row.getString("state"));
        transfer.answeredOn = row.getObject("answered_on", LocalDate.class);
        transfer.answeredBy = row.getString("answered_by");
        transfer.answeredByName = row.getString("answered_by_name");
        transfer.answer = row.getString("answer");
        return transfer;
    }
}
