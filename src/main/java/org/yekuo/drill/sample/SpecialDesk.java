package org.yekuo.drill.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Acted;
import org.yekuo.casework.GrantingGreenChannel;
import org.yekuo.casework.SuspendingCase;
import org.yekuo.customer.Accounts;
import org.yekuo.stage.household.HouseholdRow;
import org.yekuo.stage.household.ImportingHouseholds;
import org.yekuo.stage.household.OpeningHouseholds;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;

/** What only a few cases of the sample province need: haste, households, the account there is. */
@Component
class SpecialDesk {

    private final GrantingGreenChannel granting;
    private final OpeningHouseholds opening;
    private final ImportingHouseholds importing;
    private final Accounts accounts;

    SpecialDesk(GrantingGreenChannel granting, OpeningHouseholds opening, ImportingHouseholds importing, Accounts accounts) {
        this.granting = granting;
        this.opening = opening;
        this.importing = importing;
        this.accounts = accounts;
    }

    Answer<Acted> green(CaseNo no, String reason, String note, Actor by) {
        return granting.grant(no, reason, note, List.of(new SuspendingCase.Proof(SuspendingCase.Proof.Kind.GOVERNMENT_PAPER, null, "防汛指挥部通知")), by);
    }

    Answer<CaseNo> open(CaseNo community, Actor by) {
        return opening.open(community, new OpeningHouseholds.Form(0, BigDecimal.valueOf(8), null), by);
    }

    Answer<ImportingHouseholds.Report> list(CaseNo batch, String address, int count, Actor by) {
        var rows = IntStream.rangeClosed(1, count).mapToObj(n -> new ImportingHouseholds.Given(n, new HouseholdRow(n,
                "%s%d栋%d单元%d室".formatted(address, n / 24 + 1, n % 24 / 12 + 1, n % 12 / 2 * 100 + 101 + n % 2), BigDecimal.valueOf(n % 5 == 0 ? 135 : 98),
                "SH%s%04d".formatted(batch.value().substring(8), n), BigDecimal.ZERO, "FH%s%04d".formatted(batch.value().substring(8), n)), List.of())).toList();
        return importing.take(batch, rows, false, by);
    }

    String account(CaseNo no, long customerId) {
        return accounts.ofCustomer(no.unit(), customerId).stream().filter(account -> account.openedBy().equals(no)).findFirst().orElseThrow().consumerNo().value();
    }
}
