package org.yekuo.appointment.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Crew;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.UnitCode;

/** The table of crews and the record of their changes. */
@Component
public class CrewStore {

    private static final String PUT = """
            insert into crew (unit, company, name, role, people, per_half_day) values (?, ?, ?, ?, ?::text[], ?)
            on conflict (unit, company, name) do update set role = excluded.role, people = excluded.people, per_half_day = excluded.per_half_day""";
    private static final String CHANGED = "insert into crew_change (unit, company, name, changed_on, changed_by, became) values (?, ?, ?, ?, ?, ?)";
    private static final String REMOVE = "delete from crew where unit = ? and company = ? and name = ?";
    private static final String OF = "select company, name, role, people, per_half_day from crew where unit = ? and company = ? order by role, name";

    private final JdbcClient jdbc;

    CrewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void put(Crew crew, LocalDate on, String by) {
        jdbc.sql(PUT).params(crew.company().city().value(), crew.company().value(), crew.name(), crew.role().name(), crew.people().toArray(String[]::new), crew.perHalfDay()).update();
        changed(crew.company(), crew.name(), on, by, crew.role() + " " + crew.people() + " " + crew.perHalfDay());
    }

    public boolean remove(UnitCode company, String name, LocalDate on, String by) {
        boolean removed = jdbc.sql(REMOVE).params(company.city().value(), company.value(), name).update() == 1;
        if (removed) {
            changed(company, name, on, by, "removed");
        }
        return removed;
    }

    private void changed(UnitCode company, String name, LocalDate on, String by, String became) {
        jdbc.sql(CHANGED).params(company.city().value(), company.value(), name, on, by, became).update();
    }

    public List<Crew> of(UnitCode company) {
        return jdbc.sql(OF).params(company.city().value(), company.value()).query(CrewStore::read).list();
    }

    /** The crew somebody leads. */
    Optional<Crew> ledBy(UnitCode company, String staffNo) {
        return of(company).stream().filter(crew -> crew.people().getFirst().equals(staffNo)).findFirst();
    }

    private static Crew read(ResultSet row, int number) throws SQLException {
        return new Crew(new UnitCode(row.getString("company")), row.getString("name"), Role.valueOf(row.getString("role")),
                List.of((String[]) row.getArray("people").getArray()), row.getInt("per_half_day"));
    }
}
