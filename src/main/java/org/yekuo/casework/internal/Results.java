package org.yekuo.casework.internal;

import org.springframework.stereotype.Component;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Run;

/** Reads stored results, with their corrections laid over them. */
@Component
public class Results {

    private final LedgerJson json;

    Results(LedgerJson json) {
        this.json = json;
    }

    public <R extends StageResult> R read(CaseFile file, Run run, Class<R> type) {
        return json.result(OpenCase.correctedResult(file, run, json), type);
    }
}
