package org.yekuo.casework;

/** What closes a stage: an immutable record, kept as JSON on the run. Its components carry {@link org.yekuo.form.Asked}. */
public interface StageResult {

    /** The version of the record's shape, kept beside the JSON. */
    default int version() {
        return 1;
    }
}
