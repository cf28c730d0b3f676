package org.yekuo.casework;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseReader;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** Which acts on a case a person's role allows (可办操作), for menus; whether the case is ready for one, the act itself says. */
@Component
public class OfferingActs {

    /** What may still be done to a case that has ended. */
    private static final Set<CaseAct> AFTER_THE_END = EnumSet.of(CaseAct.CORRECT, CaseAct.EXPORT_FILE);

    private final CaseReader reader;
    private final Acting acting;
    private final Duties duties;

    OfferingActs(CaseReader reader, Acting acting, Duties duties) {
        this.reader = reader;
        this.acting = acting;
        this.duties = duties;
    }

    /** The acts the actor's roles allow in this case; none in a case she does not see. */
    @Transactional(readOnly = true)
    public Set<CaseAct> of(CaseNo no, Actor actor) {
        return reader.file(no, actor).map(file -> of(file, acting.moment(actor))).orElse(EnumSet.noneOf(CaseAct.class));
    }

    Set<CaseAct> of(CaseFile file, Moment moment) {
        var desk = acting.desk(file, moment);
        return Arrays.stream(CaseAct.values()).filter(act -> !file.status.ended() || AFTER_THE_END.contains(act))
                .filter(act -> !file.asRecorded || act != CaseAct.CORRECT)
                .filter(act -> duties.mayAct(desk, act).isEmpty()).collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseAct.class)));
    }
}
