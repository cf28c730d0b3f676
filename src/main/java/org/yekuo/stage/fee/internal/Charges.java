package org.yekuo.stage.fee.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.yekuo.regulation.FeeItem;
import org.yekuo.regulation.Pack;
import org.yekuo.stage.fee.FeePaid;
import org.yekuo.stage.plan.PlannedFee;
import org.yekuo.vocabulary.Violation;

/** What is charged against what may be charged: the plan's items by the catalogue, to the fen, and nothing else. */
final class Charges {

    private Charges() {}

    static List<Violation> check(Pack pack, List<PlannedFee> due, FeePaid paid) {
        var found = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (int i = 0; i < paid.items().size(); i++) {
            var item = paid.items().get(i);
            var field = "items[" + i + "]";
            if (!seen.add(item.code())) {
                found.add(Violation.at(field + ".code", "fee.item-twice", item.code()));
                continue;
            }
            var known = pack.fee(item.code());
            if (known.isEmpty()) {
                found.add(Violation.at(field + ".code", "fee.not-in-catalogue", item.code()));
                continue;
            }
            found.addAll(check(field, item, known.get(), due, paid));
        }
        due.stream().filter(fee -> !seen.contains(fee.code())).forEach(fee ->
                found.add(Violation.at("items", "fee.item-missing", fee.name().zh(), fee.amount().toPlainString())));
        return found;
    }

    private static List<Violation> check(String field, FeePaid.Item item, FeeItem known, List<PlannedFee> due, FeePaid paid) {
        var clause = known.basis().clause();
        if (known.status() == FeeItem.Status.FORBIDDEN) {
            return List.of(Violation.at(field + ".code", "fee.forbidden", known.name().zh(), clause.value()).citing(clause));
        }
        if (!known.chargeableOn(paid.paidOn())) {
            return List.of(Violation.at(field + ".code", "fee.not-chargeable", known.name().zh(), paid.paidOn(),
                    String.valueOf(known.from()), known.until() == null ? "…" : known.until().toString()).citing(clause));
        }
        if (known.rates().isEmpty()) {
            return List.of(Violation.at(field + ".code", "fee.no-rate", known.name().zh()).citing(clause));
        }
        var planned = due.stream().filter(fee -> fee.code().equals(item.code())).findFirst();
        if (planned.isEmpty()) {
            return List.of(Violation.at(field + ".code", "fee.not-due", known.name().zh()).citing(clause));
        }
        var found = new ArrayList<Violation>();
        same(field + ".quantity", item.quantity(), planned.get().quantity(), known, found);
        same(field + ".amount", item.amount(), planned.get().amount(), known, found);
        return found;
    }

    private static void same(String field, BigDecimal charged, BigDecimal planned, FeeItem item, List<Violation> found) {
        if (charged.compareTo(planned) != 0) {
            found.add(Violation.at(field, "fee.not-what-the-plan-says", item.name().zh(), charged.toPlainString(), planned.toPlainString())
                    .citing(item.basis().clause()));
        }
    }
}
