package org.yekuo.casework.internal;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.organisation.AccountManagers;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.UnitCode;

/** Gives an accepted case its account manager (客户经理 A/B), by area, leave and load. */
@Component
class Owners {

    // case_by_handler
    private static final String LOAD = """
            select owner, count(*) as n from connection_case
            where unit = ? and handled_by = ? and status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD') and owner is not null
            group by owner""";

    private final JdbcClient jdbc;
    private final AccountManagers managers;

    Owners(JdbcClient jdbc, AccountManagers managers) {
        this.jdbc = jdbc;
        this.managers = managers;
    }

    void assign(Desk desk) {
        var file = desk.file;
        var assignment = managers.assign(file.handledBy, file.application.area(), desk.moment.today(), load(file.unit(), file.handledBy));
        give(desk, assignment.owner(), assignment.deputy());
    }

    /** Hands the case and its open account-manager parts to an owner. */
    static void give(Desk desk, String owner, @org.jspecify.annotations.Nullable String deputy) {
        var file = desk.file;
        var was = file.owner;
        file.owner = owner;
        file.deputy = deputy;
        assignParts(file, owner);
        var data = new TreeMap<String, Object>(Map.of("owner", owner));
        if (deputy != null) {
            data.put("deputy", deputy);
        }
        if (was != null) {
            data.put("was", was);
        }
        file.record(desk.moment, EventKind.OWNER_ASSIGNED, data);
    }

    /** Gives her the open parts of an account manager. */
    static void assignParts(CaseFile file, String owner) {
        for (var run : file.runs) {
            for (var part : run.parts) {
                if (part.role == Role.ACCOUNT_MANAGER && part.isLive()) {
                    part.assignee = owner;
                    run.dirty = true;
                }
            }
        }
    }

    private Map<String, Integer> load(UnitCode unit, UnitCode handledBy) {
        var load = new TreeMap<String, Integer>();
        jdbc.sql(LOAD).params(unit.value(), handledBy.value()).query((row, i) -> load.put(row.getString("owner"), row.getInt("n"))).list();
        return load;
    }
}
