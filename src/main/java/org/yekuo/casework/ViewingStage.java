package org.yekuo.casework;

import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseReader;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** Lets a stage's room look at a case before its stage is open (预看), to say what is still missing. Changes nothing. */
@Component
public class ViewingStage {

    private final CaseReader reader;
    private final Acting acting;

    ViewingStage(CaseReader reader, Acting acting) {
        this.reader = reader;
        this.acting = acting;
    }

    /** What the room sees in the case, or nothing where the actor sees no such case or it has no such stage. */
    @Transactional(readOnly = true)
    public <T> Optional<T> view(CaseNo no, String stage, int phase, Actor actor, Function<CaseView, T> look) {
        return reader.file(no, actor).flatMap(file -> view(file, stage, phase, acting.moment(actor), look));
    }

    <T> Optional<T> view(CaseFile read, String stage, int phase, Moment moment, Function<CaseView, T> look) {
        return Optional.of(read).filter(file -> file.procedure.stage(stage).isPresent()).map(file -> {
            var run = file.live(stage, phase).orElseGet(() -> new Run(stage, phase, 1, Run.State.WAITING, moment.today(), "{}"));
            return look.apply(acting.desk(file, moment).view(run));
        });
    }
}
