package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.YekuoException;

/** The voltages a pack allows (供电电压候选). */
public final class Voltages {

    /** A voltage in kV; one that is not preferred may be chosen for a reason. */
    public record Candidate(BigDecimal kv, boolean preferred) {}

    private Voltages() {}

    /** Candidates for these facts, preferred ones first, else in the pack's order. */
    public static List<Candidate> of(Pack pack, Facts facts) {
        return pack.all("voltage", facts).stream().map(Voltages::candidate)
                .sorted(Comparator.comparing(Candidate::preferred).reversed()).toList();
    }

    private static Candidate candidate(DecisionTable.Row row) {
        if (row.gives().get("voltageKv") instanceof Number kv) {
            return new Candidate(new BigDecimal(kv.toString()), !Boolean.FALSE.equals(row.gives().get("preferred")));
        }
        throw new YekuoException("acceptance.voltage-row", "Row " + row.id() + " of the table voltage gives no voltageKv.");
    }
}
