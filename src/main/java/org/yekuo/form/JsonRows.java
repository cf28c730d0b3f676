package org.yekuo.form;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.yekuo.vocabulary.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows one by one, so that a large request never lies in memory whole: the elements of an array, or one line of JSON each. */
public final class JsonRows {

    /** The longest line, bytes. */
    private static final int LONGEST = 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(40).maxNumberLength(60).maxStringLength(LONGEST).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A row, or why it is none. */
    public sealed interface Row {

        /** The line it stands on, from 1; of an array, which item it is. */
        long line();

        record Read(long line, JsonNode tree) implements Row {}

        record Broken(long line, Violation why) implements Row {}
    }

    private JsonRows() {}

    /** Reads at most {@code most} rows; answers whether there were more. A broken line stands alone; a broken array ends there. */
    public static boolean read(InputStream body, int most, Consumer<Row> each) throws IOException {
        var in = new BufferedInputStream(body);
        int first = firstCharacter(in);
        return first == '[' ? array(in, most, each) : lines(in, most, each);
    }

    private static int firstCharacter(BufferedInputStream in) throws IOException {
        while (true) {
            in.mark(1);
            int character = in.read();
            if (character == -1) {
                return -1;
            }
            if (!Character.isWhitespace(character)) {
                in.reset();
                return character;
            }
        }
    }

    private static boolean array(InputStream in, int most, Consumer<Row> each) {
        int n = 0;
        try (var parser = MAPPER.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (n++ == most) {
                    return true;
                }
                each.accept(new Row.Read(n, MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(parser)));
            }
        } catch (JacksonException broken) {
            each.accept(new Row.Broken(n + 1, malformed(broken)));
        }
        return false;
    }

    private static boolean lines(InputStream in, int most, Consumer<Row> each) throws IOException {
        int n = 0;
        long number = 0;
        for (var line = line(in); line != null; line = line(in)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (n++ == most) {
                return true;
            }
            each.accept(row(number, line));
        }
        return false;
    }

    private static Row row(long number, String line) {
        if (line.length() >= LONGEST) {
            return new Row.Broken(number, Violation.of("form.row-too-long", LONGEST / 1024 / 1024));
        }
        try {
            return new Row.Read(number, MAPPER.readTree(line));
        } catch (JacksonException broken) {
            return new Row.Broken(number, malformed(broken));
        }
    }

    /** The next line, cut off where it is longer than a row may be; null at the end. */
    private static @org.jspecify.annotations.Nullable String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int character = in.read();
        if (character == -1) {
            return null;
        }
        for (; character != -1 && character != '\n'; character = in.read()) {
            if (bytes.size() < LONGEST) {
                bytes.write(character);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Violation malformed(JacksonException broken) {
        var at = broken.getLocation();
        return Violation.of("form.row-malformed", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
    }
}
