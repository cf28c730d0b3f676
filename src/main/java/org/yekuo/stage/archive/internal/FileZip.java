package org.yekuo.stage.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yekuo.casework.ExportingLedger;
import org.yekuo.stage.archive.ExportingFile;
import org.yekuo.vocabulary.CaseNo;

/**
 * The ZIP of a case's file: its entries by name, {@code events.jsonl} (the ledger's entries as they are hashed, one a line), {@code events.sha256} (the hash
 * of each, one a line) and at the end {@code manifest.json}. Written as it is read, nothing is whole in memory but what was small to begin with.
 */
public final class FileZip implements ExportingFile.Export {

    /** Opens an entry's content anew. */
    public interface Content {
        InputStream open() throws IOException;
    }

    public record Entry(String path, long size, String sha256, Content content) {}

    private final CaseNo no;
    private final List<Entry> entries;
    private final ExportingLedger.Upto upto;
    private final ExportingLedger ledger;
    private final FileHashes hashes;

    public FileZip(CaseNo no, List<Entry> entries, ExportingLedger.Upto upto, ExportingLedger ledger, FileHashes hashes) {
        this.no = no;
        this.entries = entries;
        this.upto = upto;
        this.ledger = ledger;
        this.hashes = hashes;
    }

    /** SHA-256 over a line of hash and path for each entry, by path: what the ledger remembers of an export. */
    public static String digest(List<Entry> entries) {
        var lines = new StringBuilder();
        entries.forEach(entry -> lines.append(entry.sha256()).append("  ").append(entry.path()).append('\n'));
        return HexFormat.of().formatHex(sha256().digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String name() {
        return no + ".zip";
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var listed = new ArrayList<Map<String, Object>>();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var entry : entries) {
                listed.add(write(zip, entry.path(), to -> {
                    try (var content = entry.content().open()) {
                        content.transferTo(to);
                    }
                }));
            }
            listed.add(write(zip, "events.jsonl", to -> ledger.give(no, upto, entry -> line(to, entry.text()))));
            listed.add(write(zip, "events.sha256", to -> ledger.give(no, upto, entry -> line(to, entry.hash()))));
            var manifest = new LinkedHashMap<String, Object>();
            manifest.put("format", "yekuo-file-1");
            manifest.put("case", no.value());
            manifest.put("ledger", Map.of("count", upto.count(), "head", upto.head()));
            manifest.put("entries", listed);
            write(zip, "manifest.json", to -> to.write(hashes.text(manifest)));
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Writes one entry and says what was written, not what was to be. */
    private static Map<String, Object> write(ZipOutputStream zip, String path, Writing writing) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        var digest = sha256();
        var counted = new Counted(zip, digest);
        writing.to(counted);
        zip.closeEntry();
        var said = new LinkedHashMap<String, Object>();
        said.put("path", path);
        said.put("size", counted.size);
        said.put("sha256", HexFormat.of().formatHex(digest.digest()));
        return said;
    }

    private static void line(OutputStream to, String text) {
        try {
            to.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private final MessageDigest digest;
        private long size;

        Counted(OutputStream out, MessageDigest digest) {
            this.out = out;
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            digest.update(bytes, offset, length);
            size += length;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
