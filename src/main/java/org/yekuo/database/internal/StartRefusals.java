package org.yekuo.database.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yekuo.vocabulary.YekuoException;

/** Prints the sentence of a refused start in place of its stack trace. */
class StartRefusals extends AbstractFailureAnalyzer<YekuoException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, YekuoException cause) {
        return new FailureAnalysis(cause.getMessage() + "\n[" + cause.code() + "]", null, cause);
    }
}
