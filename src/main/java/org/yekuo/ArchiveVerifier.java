package org.yekuo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Checks the exported file of a case (案卷校验) without the program, its database or any library: {@code java ArchiveVerifier.java <file.zip> [head]}.
 * Every entry must be as the manifest says, none missing and none extra; the ledger must be one unbroken chain; and what the ledger says was exported
 * must be what is there. A head told by the company (the case's ledger head) also excludes that everything was made anew. Exit 0: whole; 1: not; 2: usage.
 */
public final class ArchiveVerifier {

    private static final String GENESIS = "0".repeat(64);
    private static final List<String> LEDGER = List.of("events.jsonl", "events.sha256");

    /** More than this of an entry that is read whole is not a manifest or a ledger of ours. */
    private static final int LARGEST_TEXT = 256 * 1024 * 1024;

    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> hashes = new TreeMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private long count;
    private String head = GENESIS;

    private ArchiveVerifier() {}

    public static void main(String[] args) {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: java ArchiveVerifier.java <file.zip> [ledger head]");
            System.exit(2);
        }
        var faults = verify(Path.of(args[0]), args.length == 2 ? args[1] : "");
        faults.forEach(System.out::println);
        System.out.println(faults.isEmpty() ? "完好 / whole" : "有 " + faults.size() + " 处不符 / " + faults.size() + " fault(s)");
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    /** Everything that is wrong with an exported file; {@code expectedHead} is the ledger's head as the company tells it, or empty. */
    public static List<String> verify(Path zip, String expectedHead) {
        var verifier = new ArchiveVerifier();
        try {
            verifier.read(zip);
            verifier.check(expectedHead);
        } catch (IOException | RuntimeException broken) {
            verifier.faults.add("打不开 / cannot be read: " + broken);
        }
        return List.copyOf(verifier.faults);
    }

    private void read(Path zip) throws IOException {
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var path = entry.getName();
                boolean kept = path.equals("manifest.json") || LEDGER.contains(path);
                var text = new ByteArrayOutputStream();
                var digest = sha256();
                long size = 0;
                var piece = new byte[64 * 1024];
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    digest.update(piece, 0, read);
                    size += read;
                    (kept && size <= LARGEST_TEXT ? text : OutputStream.nullOutputStream()).write(piece, 0, read);
                }
                if (hashes.put(path, HexFormat.of().formatHex(digest.digest())) != null) {
                    faults.add("重复 / twice in the file: " + path);
                }
                sizes.put(path, size);
                if (kept) {
                    texts.put(path, text.toString(StandardCharsets.UTF_8));
                }
            }
        }
        // What another reader finds by the index at the end must be what was read from the beginning.
        try (var indexed = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            var names = indexed.stream().map(entry -> entry.getName()).sorted().toList();
            if (!names.equals(List.copyOf(hashes.keySet()))) {
                faults.add("ZIP 目录与内容不符 / the index of the ZIP names other entries than it holds");
            }
        }
    }

    private void check(String expectedHead) {
        var text = texts.get("manifest.json");
        if (text == null || !(new Json(text).read() instanceof Map<?, ?> manifest) || !(manifest.get("entries") instanceof List<?> entries)
                || !(manifest.get("ledger") instanceof Map<?, ?> ledger)) {
            faults.add("缺少或无法读出 / missing or unreadable: manifest.json");
            return;
        }
        var digested = new TreeMap<String, String>();
        var left = new TreeMap<>(hashes);
        left.remove("manifest.json");
        for (var one : entries) {
            var entry = (Map<?, ?>) one;
            var path = String.valueOf(entry.get("path"));
            var found = left.remove(path);
            if (found == null) {
                faults.add("缺少 / missing: " + path);
            } else if (!found.equals(entry.get("sha256")) || !String.valueOf(sizes.get(path)).equals(String.valueOf(entry.get("size")))) {
                faults.add("内容已变 / changed: " + path);
            }
            if (!LEDGER.contains(path)) {
                digested.put(path, String.valueOf(entry.get("sha256")));
            }
        }
        left.keySet().forEach(path -> faults.add("多出 / not in the manifest: " + path));
        chain(String.valueOf(manifest.get("case")), digest(digested));
        if (!String.valueOf(ledger.get("count")).equals(String.valueOf(count)) || !head.equals(ledger.get("head"))) {
            faults.add("台账止于第 " + count + " 条 " + head + "，与清单不符 / the ledger ends with entry " + count + ", not as the manifest says");
        }
        if (!expectedHead.isEmpty() && !expectedHead.equals(head)) {
            faults.add("台账末值与公司所示不符 / the ledger's head is not the one expected: " + head);
        }
    }

    private static String digest(Map<String, String> entries) {
        var lines = new StringBuilder();
        entries.forEach((path, hash) -> lines.append(hash).append("  ").append(path).append('\n'));
        return hash("", lines.toString());
    }

    /** Each entry's hash is that of the hash before it and its text. */
    private void chain(String caseNo, String digest) {
        var lines = texts.getOrDefault("events.jsonl", "").lines().toList();
        var said = texts.getOrDefault("events.sha256", "").lines().toList();
        Object exported = null;
        for (var line : lines) {
            count++;
            head = hash(head, line);
            if (count > said.size() || !said.get((int) count - 1).equals(head)) {
                faults.add("台账第 " + count + " 条被改动 / entry " + count + " of the ledger was changed");
                return;
            }
            if (!(new Json(line).read() instanceof Map<?, ?> event) || !String.valueOf(count).equals(event.get("seq")) || !caseNo.equals(event.get("case"))) {
                faults.add("台账第 " + count + " 条不属于此处 / entry " + count + " of the ledger does not belong here");
                return;
            }
            if ("FILE_EXPORTED".equals(event.get("kind")) && event.get("data") instanceof Map<?, ?> data) {
                exported = data.get("digest");
            }
        }
        if (said.size() != lines.size() || lines.isEmpty()) {
            faults.add("台账条数不符 / entries of the ledger are missing");
        }
        if (!digest.equals(exported)) {
            faults.add("台账所记导出内容与此不符 / the ledger says something else was exported");
        }
    }

    private static String hash(String before, String text) {
        var digest = sha256();
        digest.update(before.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads JSON into maps, lists and texts; numbers stay as they are written. */
    private static final class Json {

        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object read() {
            var value = value();
            skip();
            if (at < text.length()) {
                throw wrong();
            }
            return value;
        }

        private Object value() {
            skip();
            return switch (text.charAt(at)) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> object() {
            var object = new LinkedHashMap<String, Object>();
            at++;
            for (skip(); text.charAt(at) != '}'; skip()) {
                if (!object.isEmpty()) {
                    expect(',');
                }
                skip();
                var key = string();
                skip();
                expect(':');
                if (object.put(key, value()) != null) {
                    throw wrong();
                }
            }
            at++;
            return object;
        }

        private List<Object> array() {
            var array = new ArrayList<Object>();
            at++;
            for (skip(); text.charAt(at) != ']'; skip()) {
                if (!array.isEmpty()) {
                    expect(',');
                }
                array.add(value());
            }
            at++;
            return array;
        }

        private String string() {
            expect('"');
            var string = new StringBuilder();
            for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
                string.append(c == '\\' ? escaped(text.charAt(at++)) : c);
            }
            return string.toString();
        }

        private char escaped(char c) {
            return switch (c) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> {
                    at += 4;
                    yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
                }
                default -> c;
            };
        }

        private String word() {
            int from = at;
            while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at);
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private void expect(char c) {
            if (text.charAt(at++) != c) {
                throw wrong();
            }
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("no JSON at character " + at);
        }
    }
}
