package org.yekuo.casework;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;

/**
 * Shows what an act would do to a case before it is confirmed (试算): the act is done, the case is read, and everything is taken back. What
 * is shown is therefore what will happen, not what somebody thought would.
 */
@Component
public class RehearsingAct {

    /** The case as it stands and as it would stand. */
    public record Rehearsed(ReadingCase.Summary before, ReadingCase.Summary after, List<ReadingCase.Limit> limitsBefore, List<ReadingCase.Limit> limitsAfter) {}

    private final TransactionTemplate transaction;
    private final ReadingCase reading;

    RehearsingAct(PlatformTransactionManager transactions, ReadingCase reading) {
        this.transaction = new TransactionTemplate(transactions);
        this.reading = reading;
    }

    /** What {@code act} would do to a case the actor sees; refused as the act itself would be. */
    public Answer<Rehearsed> rehearse(CaseNo no, Actor actor, Supplier<Answer<Acted>> act) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            var before = reading.summary(no, actor).orElseThrow();
            var limits = reading.limits(no, actor).orElseThrow();
            return act.get().map(done -> new Rehearsed(before, reading.summary(no, actor).orElse(before), limits, reading.limits(no, actor).orElse(limits)));
        }));
    }
}
