package org.yekuo.stage.contract.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yekuo.casework.CaseView;
import org.yekuo.stage.contract.Signatory;
import org.yekuo.vocabulary.Violation;

/** What the contract and its annexes have in common: when they are signed and by whom. */
final class Signing {

    private Signing() {}

    static List<Violation> check(CaseView view, LocalDate signedOn, Signatory customer, Signatory company, BigDecimal kva) {
        var found = new ArrayList<Violation>();
        if (signedOn.isAfter(view.today())) {
            found.add(Violation.at("signedOn", "contract.signed-in-future", signedOn, view.today()));
        }
        found.addAll(check("customer", customer, kva));
        found.addAll(check("company", company, kva));
        if (view.application().applicantKind().equals("ORGANISATION") && customer.capacity() == Signatory.Capacity.SELF) {
            found.add(Violation.at("customer.capacity", "contract.organisation-signs-itself", customer.name()));
        }
        if (company.capacity() == Signatory.Capacity.SELF) {
            found.add(Violation.at("company.capacity", "contract.organisation-signs-itself", company.name()));
        }
        return found;
    }

    private static List<Violation> check(String party, Signatory signatory, BigDecimal kva) {
        var found = new ArrayList<Violation>();
        var no = signatory.authorityNo();
        if (signatory.capacity() == Signatory.Capacity.AUTHORISED && (no == null || no.isBlank())) {
            found.add(Violation.at(party + ".authorityNo", "contract.authority-missing", signatory.name()));
        }
        var upTo = signatory.upToKva();
        if (upTo != null && upTo.compareTo(kva) < 0) {
            found.add(Violation.at(party + ".upToKva", "contract.authority-exceeded", signatory.name(), plain(upTo), plain(kva)));
        }
        return found;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
