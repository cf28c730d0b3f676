package org.yekuo.casework.internal.ledger;

import java.util.ArrayList;
import java.util.List;
import org.yekuo.vocabulary.UnitCode;

/** Moves a case to another unit that handles it: what is open and belongs to the handler's level goes along, by the same levels the procedure names. */
public final class Handover {

    /** A part that went along. */
    public record Moved(Run run, PartRow part, UnitCode from) {}

    private final CaseFile file;
    private final Moment moment;

    public Handover(CaseFile file, Moment moment) {
        this.file = file;
        this.moment = moment;
    }

    public List<Moved> to(UnitCode handler) {
        file.handledBy = handler;
        var moved = new ArrayList<Moved>();
        var progress = new Progress(file, moment);
        for (var run : file.runs) {
            if (run.superseded || run.state != Run.State.OPEN && run.state != Run.State.WAITING) {
                continue;
            }
            for (var derived : progress.parts(file.definition(run.stage))) {
                run.parts.stream().filter(part -> part.key.equals(derived.key) && part.isLive() && !part.responsibleUnit.equals(derived.responsibleUnit))
                        .forEach(part -> {
                            moved.add(new Moved(run, part, part.responsibleUnit));
                            part.responsibleUnit = derived.responsibleUnit;
                            run.dirty = true;
                        });
            }
        }
        return moved;
    }
}
