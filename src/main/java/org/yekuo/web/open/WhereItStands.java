package org.yekuo.web.open;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ReadingCase;
import org.yekuo.document.Receipt;
import org.yekuo.form.Forms;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.regulation.Standard;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.plan.PlanFees;
import org.yekuo.stage.plan.PlannedFee;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Text;
import tools.jackson.databind.node.ObjectNode;

/** What a customer asks first (客户进度): whose turn it is, what comes next and until when, what it costs and why. */
@Component
class WhereItStands {

    private static final String DRAFT = "plan-draft";
    private static final String REPLY = "plan-reply";

    /**
     * @param hers   what waits for her
     * @param ours   what the company is doing
     * @param latest the nearest day we promised, of the promises that run
     * @param next   the next step she will notice
     */
    record Where(List<Text> hers, List<Text> ours, @Nullable LocalDate latest, @Nullable Next next) {}

    /** @param promise the limit we promise for it, or null */
    record Next(Text name, @Nullable LimitRow promise) {}

    /** What the plan costs; nothing to pay is an empty list. */
    record Costs(List<PlannedFee> fees, BigDecimal total, boolean paid) {}

    private final Regulations regulations;

    WhereItStands(Regulations regulations) {
        this.regulations = regulations;
    }

    Where of(ReadingCase.Summary summary, List<ReadingCase.Stage> stages, List<ReadingCase.Limit> promises) {
        var latest = promises.stream().filter(limit -> limit.state().equals("RUNNING")).map(ReadingCase.Limit::dueOn).filter(Objects::nonNull).min(Comparator.naturalOrder());
        return new Where(turns(summary, "CUSTOMER"), turns(summary, "COMPANY"), latest.orElse(null), next(summary, stages).orElse(null));
    }

    private static List<Text> turns(ReadingCase.Summary summary, String whose) {
        return summary.turns().stream().filter(turn -> turn.whose().equals(whose)).map(ReadingCase.Turn::name).distinct().toList();
    }

    private Optional<Next> next(ReadingCase.Summary summary, List<ReadingCase.Stage> stages) {
        var begun = stages.stream().filter(ReadingCase.Stage::live).map(ReadingCase.Stage::stage).collect(Collectors.toSet());
        var facts = new Facts(summary.facts());
        var pack = pack(summary);
        return pack.procedure(summary.procedure()).flatMap(procedure -> procedure.stages().stream().filter(stage -> stage.customerFacing() && comes(stage, begun, facts)).findFirst())
                .map(stage -> new Next(stage.name(), Optional.ofNullable(stage.promise()).flatMap(limit -> pack.limitFor(limit, Standard.COMMITTED, facts)).orElse(null)));
    }

    private static boolean comes(StageDefinition stage, Set<String> begun, Facts facts) {
        return !begun.contains(stage.key()) && stage.when().match(facts);
    }

    /** The fees of the plan she was replied; nothing before that. */
    Optional<Costs> costs(ReadingCase.Summary summary, List<ReadingCase.Stage> stages, List<Receipt> receipts) {
        var replied = passed(stages, REPLY).filter(reply -> receipts.stream().anyMatch(receipt -> receipt.kind().equals("PLAN_REPLY") && receipt.isServed()));
        return replied.flatMap(reply -> passed(stages, DRAFT).map(ReadingCase.Stage::result).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                .flatMap(result -> Forms.bind(result.deepCopy(), PlanDraft.class).read()).map(draft -> {
                    var fees = PlanFees.of(pack(summary), new Facts(summary.facts()), draft, Objects.requireNonNull(reply.closedOn()));
                    return new Costs(fees, PlanFees.total(fees), passed(stages, "fee").isPresent());
                }));
    }

    private static Optional<ReadingCase.Stage> passed(List<ReadingCase.Stage> stages, String key) {
        return stages.stream().filter(stage -> stage.live() && stage.stage().equals(key) && "PASSED".equals(stage.outcome())).findFirst();
    }

    private Pack pack(ReadingCase.Summary summary) {
        return regulations.pack(summary.pack()).orElseThrow();
    }
}
