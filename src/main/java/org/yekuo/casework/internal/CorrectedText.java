package org.yekuo.casework.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Application;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Correction;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.core.JacksonException;

/** Lays one corrected field over an application or a result, and keeps what was there. */
@Component
public class CorrectedText {

    private final LedgerJson json;
    private final CaseStore store;

    CorrectedText(LedgerJson json, CaseStore store) {
        this.json = json;
        this.store = store;
    }

    /** The application with one field changed, or empty when the value does not fit there. */
    public Optional<Application> application(Application application, String field, String value) {
        var tree = json.treeOf(application);
        try {
            return JsonPaths.put(tree, field, value) ? Optional.of(json.application(tree.toString())) : Optional.empty();
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A run's result with one field changed, or empty when there is no such field or the value does not fit. */
    public <R extends StageResult> Optional<R> result(CaseFile file, Run run, Class<R> type, String field, String value) {
        var tree = json.tree(OpenCase.correctedResult(file, run, json));
        try {
            return JsonPaths.put(tree, field, value) ? Optional.of(json.result(tree.toString(), type)) : Optional.empty();
        } catch (YekuoException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    public <R extends StageResult> R result(CaseFile file, Run run, Class<R> type) {
        return json.result(OpenCase.correctedResult(file, run, json), type);
    }

    public @Nullable String read(Object value, String field) {
        return JsonPaths.get(json.treeOf(value), field);
    }

    public void keep(Desk desk, String field, @Nullable Run run, @Nullable String was, String becomes, String reason) {
        store.add(desk.file, new Correction(desk.file.corrections.size() + 1, field, run == null ? null : run.stage, run == null ? 0 : run.phase,
                run == null ? 0 : run.round, was, becomes, reason, desk.moment.actor().id(), desk.moment.today()));
    }
}
