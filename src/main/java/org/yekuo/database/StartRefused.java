package org.yekuo.database;

import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.YekuoException;

/** The program will not start like this. The sentence says what is wrong and what to do; it is printed in place of a stack trace. */
public class StartRefused extends YekuoException {

    public StartRefused(String code, Text sentence) {
        this(code, sentence, null);
    }

    public StartRefused(String code, Text sentence, @Nullable Throwable cause) {
        super(code, sentence.zh() + "\n" + sentence.en(), cause);
    }
}
