package org.yekuo.language;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/** The sentences of all rooms' refusals: {@code messages/<room>.properties}, Chinese, and {@code _en} beside it. */
@Component
public class Sentences {

    private final Bundles bundles;

    Sentences() throws IOException {
        this.bundles = new Bundles();
    }

    MessageSource bundles() {
        return bundles;
    }

    public Text of(Violation violation) {
        return of(violation.rule(), violation.args().toArray());
    }

    public Text of(String key, Object... args) {
        return new Text(Objects.requireNonNullElse(bundles.getMessage(key, args, key, Locale.SIMPLIFIED_CHINESE), key),
                Objects.requireNonNullElse(bundles.getMessage(key, args, key, Locale.ENGLISH), key));
    }
}
