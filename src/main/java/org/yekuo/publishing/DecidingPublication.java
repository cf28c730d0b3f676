package org.yekuo.publishing;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.calendar.MachineClock;
import org.yekuo.publishing.internal.ProposalStore;
import org.yekuo.publishing.internal.Publications;
import org.yekuo.publishing.internal.Publishers;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * The second of two persons decides on a proposal (复核发布): confirming publishes in the same transaction, withdrawing ends it. Whoever proposed
 * never confirms. The faults are looked for again, for time has passed. Of two who decide at once the second is told who was first.
 */
@Component
public class DecidingPublication {

    public enum Decision { CONFIRM, WITHDRAW }

    private final Publishers publishers;
    private final Publications publications;
    private final ProposalStore store;
    private final MachineClock clock;
    private final TransactionTemplate transaction;

    DecidingPublication(Publishers publishers, Publications publications, ProposalStore store, MachineClock clock, PlatformTransactionManager transactions) {
        this.publishers = publishers;
        this.publications = publications;
        this.store = store;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param proposal the one she has read; it must be about {@code kind} and {@code subject} */
    public Answer<Proposal> decide(Publication.Kind kind, String subject, long proposal, Decision decision, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var answer = decideLocked(kind, subject, proposal, decision, actor);
            if (answer instanceof Answer.Refused<Proposal>) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }

    private Answer<Proposal> decideLocked(Publication.Kind kind, String subject, long id, Decision decision, Actor actor) {
        var forbidden = publishers.refuse(actor);
        if (forbidden.isPresent()) {
            return Answer.refused(forbidden.get());
        }
        var found = store.lock(id).filter(proposal -> proposal.kind() == kind && proposal.subject().equals(subject));
        if (found.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.at("proposal", "publishing.no-such-proposal", id, subject));
        }
        var proposal = found.get();
        return switch (proposal.state()) {
            case CONFIRMED -> Answer.refused(Refusal.Kind.CONFLICT, Violation.of("publishing.confirmed-already", subject, String.valueOf(proposal.decidedByName())));
            case WITHDRAWN -> Answer.refused(Refusal.Kind.CONFLICT, Violation.of("publishing.withdrawn-already", subject, String.valueOf(proposal.decidedByName())));
            case PROPOSED -> switch (decision) {
                case WITHDRAW -> decided(proposal, Proposal.State.WITHDRAWN, actor);
                case CONFIRM -> proposal.proposedBy().equals(actor.id())
                        ? Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("publishing.same-person", actor.name()))
                        : confirm(proposal, actor);
            };
        };
    }

    private Answer<Proposal> confirm(Proposal proposal, Actor actor) {
        return switch (publications.publish(proposal.content())) {
            case Answer.Refused<Boolean>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<Boolean> done -> decided(proposal, Proposal.State.CONFIRMED, actor);
        };
    }

    private Answer<Proposal> decided(Proposal proposal, Proposal.State state, Actor actor) {
        store.decide(proposal.id(), state, actor, clock.now());
        return Answer.done(store.find(proposal.id()).orElseThrow());
    }
}
