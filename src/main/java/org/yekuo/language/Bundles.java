package org.yekuo.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All rooms' bundles as one map for each language, read once: a page says some hundred sentences, and each was looked for in forty bundles, one after the other. English
 * falls back to Chinese; any other language is answered in Chinese.
 */
final class Bundles extends AbstractMessageSource {

    private static final String ENGLISH = "_en.properties";

    /** The sentences of one language, as they are written, as they read without anything to name, and as patterns once they were asked for. */
    private record Spoken(Locale locale, Map<String, String> written, Map<String, String> plain, Map<String, MessageFormat> patterns) {

        Spoken(Locale locale, Map<String, String> written) {
            this(locale, written, new HashMap<>(), new ConcurrentHashMap<>());
            written.forEach((key, sentence) -> plain.put(key, new MessageFormat(sentence, locale).format(new Object[0])));
        }
    }

    private final Spoken chinese;
    private final Spoken english;

    Bundles() throws IOException {
        var all = new ArrayList<>(List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")));
        all.sort(Comparator.comparing(Bundles::name));
        var zh = new HashMap<String, String>();
        var en = new HashMap<String, String>();
        for (var bundle : all) {
            read(bundle).forEach((name(bundle).endsWith(ENGLISH) ? en : zh)::putIfAbsent);
        }
        zh.forEach(en::putIfAbsent);
        this.chinese = new Spoken(Locale.SIMPLIFIED_CHINESE, zh);
        this.english = new Spoken(Locale.ENGLISH, en);
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return spoken(locale).plain().get(code);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        var spoken = spoken(locale);
        var sentence = spoken.written().get(code);
        return sentence == null ? null : spoken.patterns().computeIfAbsent(code, first -> new MessageFormat(sentence, spoken.locale()));
    }

    private Spoken spoken(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }

    private static String name(Resource bundle) {
        return Objects.requireNonNull(bundle.getFilename());
    }

    private static Map<String, String> read(Resource bundle) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var sentences = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return sentences;
    }
}
