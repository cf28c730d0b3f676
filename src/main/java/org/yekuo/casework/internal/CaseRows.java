package org.yekuo.casework.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.database.OneTrip;

/** Rows of a case on their way into its tables: any number of them travel in one place of a statement, as JSON. No rows, no statement. */
@Component
class CaseRows {

    private final LedgerJson json;

    CaseRows(LedgerJson json) {
        this.json = json;
    }

    /** @param sql asks for unit, number and rows, in this order */
    void insert(OneTrip trip, String sql, CaseFile file, List<Map<String, @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            trip.tell(sql, file.unit().value(), file.no.value(), json.write(rows));
        }
    }

    /** @param sql asks for rows, unit and number, in this order */
    void update(OneTrip trip, String sql, CaseFile file, List<Map<String, @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            trip.tell(sql, json.write(rows), file.unit().value(), file.no.value());
        }
    }
}
