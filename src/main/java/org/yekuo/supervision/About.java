package org.yekuo.supervision;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yekuo.casework.NotingSupervision;
import org.yekuo.vocabulary.Text;

/**
 * What of a case something is said about: one open part, one running limit, or the case as a whole.
 *
 * @param key {@code survey/0/lead}, {@code limit:PLAN_REPLY/COMMITTED}, or empty
 */
public record About(String key, Text name) {

    private static final Pattern PART = Pattern.compile("([a-z-]{1,40})/(\\d{1,2})/([a-z-]{1,40})");
    private static final Pattern LIMIT = Pattern.compile("limit:([A-Z_]{1,60})/([A-Z]{1,20})");

    private static final Text WHOLE = new Text("整件申请", "the case as a whole");

    /** What the key names in this case, if it names something that is open or runs. */
    static Optional<About> find(String key, NotingSupervision.Seen seen) {
        if (seen.ended()) {
            return Optional.empty();
        }
        if (key.isBlank()) {
            return Optional.of(new About("", WHOLE));
        }
        var limit = LIMIT.matcher(key);
        if (limit.matches()) {
            return seen.limits().stream().filter(one -> one.limit().equals(limit.group(1)) && one.standard().equals(limit.group(2))).findFirst()
                    .map(one -> new About(key, one.name()));
        }
        return seen.parts().stream().filter(part -> names(key, part)).findFirst().map(part -> new About(key, part.name()));
    }

    /** Whether the key is about this part, or about more than a part. */
    static boolean names(String key, NotingSupervision.Part part) {
        return key.equals(part.stage() + "/" + part.phase() + "/" + part.part());
    }

    boolean isPart() {
        return PART.matcher(key).matches();
    }

    /** A part a key names. */
    public record Part(String stage, int phase) {}

    /** The part a key names, where it is about one. */
    public static Optional<Part> part(String key) {
        var part = PART.matcher(key);
        return part.matches() ? Optional.of(new Part(part.group(1), Integer.parseInt(part.group(2)))) : Optional.empty();
    }
}
