package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Application;
import org.yekuo.casework.NewCase;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.RegisteringCase;
import org.yekuo.customer.Premises;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Applies for the supply of a community's households together (低压批量): a case linked to the community's, under the rules of the day. Its facts are
 * those of one household. Joins the caller's transaction.
 */
@Component
public class ApplyingForHouseholds {

    private static final BigDecimal COS_PHI = new BigDecimal("0.9");

    private final Organisation organisation;
    private final Regulations regulations;
    private final BusinessClock clock;
    private final Premises premises;
    private final RegisteringCase registering;

    ApplyingForHouseholds(Organisation organisation, Regulations regulations, BusinessClock clock, Premises premises, RegisteringCase registering) {
        this.organisation = organisation;
        this.regulations = regulations;
        this.clock = clock;
        this.premises = premises;
        this.registering = registering;
    }

    /**
     * @param part      what the list is called beside the community's address, such as 一期户表
     * @param largestKw what the largest household is allowed, kW
     */
    public Answer<CaseNo> apply(ReadingCase.Summary community, String part, String phaseKind, BigDecimal largestKw, Actor actor) {
        var today = clock.today();
        var pack = regulations.inForce(today);
        var was = community.application();
        var hall = organisation.hall(was.hall()).map(Hall::unit);
        if (pack.isEmpty() || hall.isEmpty()) {
            return Answer.invalid(List.of(pack.isEmpty() ? Violation.of("acceptance.no-pack", today) : Violation.at("hall", "acceptance.hall-unknown", was.hall())));
        }
        var supplier = new UnitCode(community.handledBy());
        return switch (Derivation.of(pack.get(), stated(pack.get(), phaseKind, largestKw, supplier), null)) {
            case Answer.Refused<Derivation>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<Derivation>(Derivation derived) -> {
                var unit = new UnitCode(community.unit());
                var address = was.address() + " " + part;
                var place = premises.register(unit, address, was.area());
                var load = new Application.Load(kva(largestKw), largestKw, phaseKind, null, 1, 1, "NONE");
                var application = new Application(was.hall(), "NEW_INSTALL", Application.Channel.COUNTER, was.applicantKind(), was.customerName(), address, was.area(),
                        new Application.Project(was.project().name(), "RESIDENTIAL", was.project().industry(), was.project().products()), load, null, false);
                yield registering.register(new NewCase(unit, derived.handler(supplier), was.hall(), hall.get(), community.customerId(), place.id(), application,
                        derived.facts(), pack.get(), derived.procedure(), was.area(), null, actor, supplier,
                        new NewCase.Beside(community.caseNo(), NewCase.Beside.Kind.HOUSEHOLDS_OF)));
            }
        };
    }

    private static Facts stated(Pack pack, String phaseKind, BigDecimal largestKw, UnitCode supplier) {
        return pack.withDefaults(new Facts(Map.of("business", "NEW_INSTALL", "nature", "RESIDENTIAL", "batch", true, "phaseKind", phaseKind,
                "loadBasis", "KW", "demandKw", largestKw, "capacityKva", kva(largestKw), "area", supplier.isCounty() ? "COUNTY" : "CITY")));
    }

    /** 千伏安 of a household's kW. */
    public static BigDecimal kva(BigDecimal kw) {
        return kw.divide(COS_PHI, 2, RoundingMode.HALF_UP);
    }
}
