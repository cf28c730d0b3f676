package org.yekuo.publishing.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/**
 * The files of a pack as they were handed in: a ZIP of its folder, or file by file. Nothing is unpacked to a disk. Refused with everything
 * wrong: what is no ZIP, is too large, has names that lead elsewhere, or is not text. Pure.
 */
public final class PackUpload {

    public static final int LARGEST = 4 * 1024 * 1024;
    static final int LARGEST_UNPACKED = 8 * 1024 * 1024;
    static final int LARGEST_FILE = 1024 * 1024;
    static final int MOST_FILES = 200;

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,80}(/[A-Za-z0-9_][A-Za-z0-9_.-]{0,80}){0,3}");
    private static final Pattern ID = Pattern.compile("(?m)^id:\\s*[\"']?([^\\s\"'#]+)");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    private final List<Violation> faults = new ArrayList<>();
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private long unpacked;

    private PackUpload() {}

    /** A pack's name and its files by their names relative to its folder. */
    public record Files(String name, SortedMap<String, byte[]> files) {}

    /** A ZIP of the folder, with the folder itself or only what is in it. */
    public static Answer<Files> zip(byte[] content) {
        var upload = new PackUpload();
        if (content.length > LARGEST) {
            return Answer.invalid(List.of(Violation.of("publishing.too-large", LARGEST / 1024 / 1024)));
        }
        if (content.length < 4 || content[0] != 'P' || content[1] != 'K' || content[2] != 3 || content[3] != 4) {
            return Answer.invalid(List.of(Violation.of("publishing.not-a-zip")));
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            upload.unzip(zip);
        } catch (IOException | IllegalArgumentException broken) {
            upload.faults.add(Violation.of("publishing.not-a-zip"));
        }
        return upload.done();
    }

    /** The files one by one. */
    public static Answer<Files> files(List<Map.Entry<String, String>> given) {
        var upload = new PackUpload();
        for (var file : given) {
            upload.put(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return upload.done();
    }

    private void unzip(ZipInputStream zip) throws IOException {
        int entries = 0;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > MOST_FILES) {
                faults.add(Violation.of("publishing.too-many-files", MOST_FILES));
                return;
            }
            if (entry.isDirectory() || entry.getName().startsWith("__MACOSX/")) {
                continue;
            }
            var bytes = read(zip);
            if (unpacked > LARGEST_UNPACKED) {
                faults.add(Violation.of("publishing.too-large-unpacked", LARGEST_UNPACKED / 1024 / 1024));
                return;
            }
            put(entry.getName(), bytes);
            if (bytes.length > LARGEST_FILE) {
                // Going on would unpack the rest of it.
                return;
            }
        }
    }

    /** Never more than one byte over the limit is unpacked, however small the ZIP. */
    private byte[] read(InputStream zip) throws IOException {
        var bytes = zip.readNBytes((int) Math.min(LARGEST_FILE + 1L, LARGEST_UNPACKED - unpacked + 1));
        unpacked += bytes.length;
        return bytes;
    }

    private void put(String path, byte[] content) {
        if (!PATH.matcher(path).matches() || List.of(path.split("/")).contains("..")) {
            faults.add(Violation.of("publishing.bad-path", shown(path)));
        } else if (content.length > LARGEST_FILE) {
            faults.add(Violation.of("publishing.file-too-large", path, LARGEST_FILE / 1024));
        } else if (!isText(content)) {
            faults.add(Violation.of("publishing.not-text", path));
        } else if (files.put(path, content) != null) {
            faults.add(Violation.of("publishing.file-twice", path));
        }
    }

    private static String shown(String path) {
        var plain = path.replaceAll("\\p{Cntrl}", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    private static boolean isText(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.chars().noneMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t');
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    private Answer<Files> done() {
        if (files.isEmpty() && faults.isEmpty()) {
            faults.add(Violation.of("publishing.no-files"));
        }
        if (!faults.isEmpty()) {
            return Answer.invalid(faults.stream().distinct().limit(50).toList());
        }
        var folders = new HashSet<String>();
        files.keySet().forEach(path -> folders.add(path.contains("/") ? path.substring(0, path.indexOf('/')) : ""));
        var inner = folders.size() == 1 && !folders.contains("") ? inside(folders.iterator().next()) : files;
        var head = inner.get("pack.yaml");
        if (head == null) {
            return Answer.invalid(List.of(Violation.of("publishing.no-pack-file")));
        }
        var id = ID.matcher(new String(head, StandardCharsets.UTF_8));
        var name = id.find() ? id.group(1) : "";
        return NAME.matcher(name).matches() && !name.equals("drafts")
                ? Answer.done(new Files(name, inner)) : Answer.invalid(List.of(Violation.of("publishing.bad-name", shown(name))));
    }

    private SortedMap<String, byte[]> inside(String folder) {
        var inner = new TreeMap<String, byte[]>();
        files.forEach((path, content) -> inner.put(path.substring(folder.length() + 1), content));
        return inner;
    }
}
