package org.yekuo.administration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.administration.internal.TraceStore;
import org.yekuo.vocabulary.Actor;

/** Reads what was changed (变动记录): administrators that of their units, everybody her own. */
@Component
public class ReadingTraces {

    private final TraceStore store;
    private final Administrators administrators;

    ReadingTraces(TraceStore store, Administrators administrators) {
        this.store = store;
        this.administrators = administrators;
    }

    /** The latest hundred about a person, unit or hall, as far as they happened in the reader's units or are about herself. */
    @Transactional(readOnly = true)
    public List<Trace> of(String subject, Actor actor) {
        return store.of(subject).stream().filter(trace -> trace.subject().equals(actor.id()) || administrators.administers(actor, trace.unit())).toList();
    }

    /** All of the reader's units, the latest first. @param before the id the last page ended with, or null for the first */
    @Transactional(readOnly = true)
    public List<Trace> latest(Actor actor, @Nullable Long before, int size) {
        return store.latest(administrators.units(actor), before == null ? Long.MAX_VALUE : before, size);
    }
}
