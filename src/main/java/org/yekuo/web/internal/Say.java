package org.yekuo.web.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.language.Sentences;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/** How pages put things: names in the reader's language, days, hours and money as they are written in China. Templates know it as {@code say}. */
@Component("say")
public class Say {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Sentences sentences;

    Say(Sentences sentences) {
        this.sentences = sentences;
    }

    public boolean chinese() {
        return !LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    public String of(@Nullable Text text) {
        return text == null ? "" : chinese() ? text.zh() : text.en();
    }

    /** Names one after the other: 现场勘查、方案答复. */
    public String list(java.util.List<Text> names) {
        return String.join(chinese() ? "、" : ", ", names.stream().map(this::of).toList());
    }

    /** A sentence of the bundles. */
    public String key(String key, Object... args) {
        return of(sentences.of(key, args));
    }

    /** The sentence of a bundle, or {@code otherwise} where the bundles have none. */
    public String keyOr(String key, String otherwise) {
        var said = key(key);
        return said.equals(key) ? otherwise : said;
    }

    public String why(Violation violation) {
        return of(sentences.of(violation));
    }

    /** Whatever a list of mixed things holds: a sentence, a name, or itself. */
    public String any(Object thing) {
        return switch (thing) {
            case Violation violation -> why(violation);
            case Text text -> of(text);
            default -> thing.toString();
        };
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** A day with its weekday: 2008-05-16 周五. */
    public String weekday(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day) + " " + DateTimeFormatter.ofPattern(chinese() ? "EEE" : "EEE", chinese() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH).format(day);
    }

    public String moment(@Nullable Instant moment) {
        return moment == null ? "" : MOMENT.format(ZonedDateTime.ofInstant(moment, BusinessClock.SHANGHAI));
    }

    /** 315000 → ¥315,000.00 */
    public String yuan(@Nullable BigDecimal amount) {
        return amount == null ? "" : "¥" + String.format(Locale.ROOT, "%,.2f", amount);
    }

    /** A number without needless zeros: 630, 0.38. */
    public String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
