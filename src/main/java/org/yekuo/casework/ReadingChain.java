package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.ChainReader;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;

/** Reads the cases of one need as one (关联申请链): who followed whom, and what each used of every limit. */
@Component
public class ReadingChain {

    /** The chain a case stands in, the earliest case first, and the sums over it. */
    public record Chain(List<Link> cases, List<Sum> sums) {}

    /**
     * One case of the chain. Of one that whoever asks may not see, what was applied for is left out; its days count all the same.
     *
     * @param capacityKva what was applied for
     * @param ending      why it gave way to the next, where it did
     */
    public record Link(
            CaseNo caseNo, String status, boolean seen, @Nullable String consumerClass, @Nullable String capacityKva, String handledBy, LocalDate registeredOn,
            @Nullable LocalDate acceptedOn, @Nullable LocalDate endedOn, List<Days> limits) {}

    /**
     * What one case used of one limit.
     *
     * @param own     days it used itself, all rounds and phases together
     * @param carried days it began with
     * @param verdict of the last round
     */
    public record Days(String limit, Text name, String standard, int own, int carried, int amount, @Nullable String verdict) {}

    /** Days all cases of the chain used of a limit together. */
    public record Sum(String limit, Text name, String standard, int days) {}

    private final ChainReader reader;

    ReadingChain(ChainReader reader) {
        this.reader = reader;
    }

    /** The chain of a case the actor may see. */
    @Transactional(readOnly = true)
    public Optional<Chain> chain(CaseNo no, Actor actor) {
        return reader.chain(no, actor);
    }
}
