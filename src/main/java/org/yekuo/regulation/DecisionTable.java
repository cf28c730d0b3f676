package org.yekuo.regulation;

import java.util.List;
import java.util.Map;
import org.yekuo.vocabulary.Text;

/**
 * Facts in, values out: customer class, voltage candidates, who handles a case, metering, tariff, contract, validity, energising conditions.
 *
 * @param hits whether exactly one row applies to any facts, at least one, or any number
 */
public record DecisionTable(String name, Text label, Hits hits, List<Row> rows) {

    public enum Hits { ONE, SOME, ANY }

    /** One row: when it applies and what it gives (text, number, yes/no or a list of them). */
    public record Row(String id, Criteria applies, Map<String, Object> gives, Basis basis) {
        public Row {
            gives = Map.copyOf(gives);
        }
    }

    public DecisionTable {
        rows = List.copyOf(rows);
    }
}
