package org.yekuo.casework;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseReader;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.LimitRound;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.regulation.Standard;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** Reads the cases of a page together (一页案件): as many round trips for fifty of them as for one. */
@Component
public class ReadingCases {

    /** One of the cases, as it was when they were read. */
    public final class Seen {

        private final CaseFile file;
        private final Moment moment;

        private Seen(CaseFile file, Moment moment) {
            this.file = file;
            this.moment = moment;
        }

        public CaseNo caseNo() {
            return file.no;
        }

        /** What a stage's room sees in it, or nothing where it has no such stage. */
        public <T> Optional<T> view(String stage, int phase, Function<CaseView, T> look) {
            return viewing.view(file, stage, phase, moment, look);
        }

        /** The acts the actor's roles allow in it. */
        public Set<CaseAct> acts() {
            return offering.of(file, moment);
        }

        /** Whether a promise of this limit runs toward the customer. */
        public boolean promises(String limit) {
            return promise(limit).isPresent();
        }

        /** The latest day of that promise; none while its clock stands. */
        public Optional<LocalDate> latestOn(String limit) {
            return promise(limit).flatMap(round -> Optional.ofNullable(round.dueOn));
        }

        private Optional<LimitRound> promise(String limit) {
            return file.limits.stream().filter(round -> round.limit.equals(limit) && round.standard == Standard.COMMITTED && round.running()).findFirst();
        }
    }

    private final CaseReader reader;
    private final Acting acting;
    private final ViewingStage viewing;
    private final OfferingActs offering;

    ReadingCases(CaseReader reader, Acting acting, ViewingStage viewing, OfferingActs offering) {
        this.reader = reader;
        this.acting = acting;
        this.viewing = viewing;
        this.offering = offering;
    }

    /** Those of the cases the actor may see. */
    @Transactional(readOnly = true)
    public Map<CaseNo, Seen> read(Collection<CaseNo> cases, Actor actor) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        var moment = acting.moment(actor);
        return reader.files(cases, actor).values().stream().collect(Collectors.toMap(file -> file.no, file -> new Seen(file, moment)));
    }
}
