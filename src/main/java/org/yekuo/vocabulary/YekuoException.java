package org.yekuo.vocabulary;

import org.jspecify.annotations.Nullable;

/** A bug or a broken machine, never a refusal: those are values ({@link Refusal}). Carries a stable code for the log and the border. */
public class YekuoException extends RuntimeException {

    private final String code;

    public YekuoException(String code, String sentence) {
        this(code, sentence, null);
    }

    public YekuoException(String code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
