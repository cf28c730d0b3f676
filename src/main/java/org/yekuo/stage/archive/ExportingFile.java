package org.yekuo.stage.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ExportingLedger;
import org.yekuo.casework.ReadingCase;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Files;
import org.yekuo.document.PaperPrints;
import org.yekuo.stage.archive.FileContents.Item;
import org.yekuo.stage.archive.internal.FileHashes;
import org.yekuo.stage.archive.internal.FileZip;
import org.yekuo.stage.archive.internal.FileZip.Entry;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/**
 * Exports the file of a case as one ZIP (导出案卷, domain §10): papers as they came, letters and receipts, the case, its ledger, and a manifest with the
 * hash of each; a file that is lost or in quarantine is named in {@code case.json} instead. Who exports it and the digest of all it holds is the ledger's
 * own entry; {@code ArchiveVerifier} checks it without this program.
 */
@Component
public class ExportingFile {

    private final ReadingFile reading;
    private final ReadingCase cases;
    private final CasePapers papers;
    private final Files files;
    private final ExportingLedger ledger;
    private final FileHashes hashes;
    private final PaperPrints prints;

    ExportingFile(ReadingFile reading, ReadingCase cases, CasePapers papers, Files files, ExportingLedger ledger, FileHashes hashes, PaperPrints prints) {
        this.reading = reading;
        this.cases = cases;
        this.papers = papers;
        this.files = files;
        this.ledger = ledger;
        this.hashes = hashes;
        this.prints = prints;
    }

    private static final Text QUARANTINED = new Text("文件在隔离区（病毒扫描未完成或发现病毒），未导出；扫描通过后请重新导出。",
            "The file is in quarantine (not yet scanned, or a virus was found) and was not exported; export again when it is found clean.");
    private static final Text LOST = new Text("文件内容已丢失或损坏，未导出；请从备份恢复，或请客户重新提交。",
            "The content of the file is lost or damaged and was not exported; restore it from the backup, or have it handed in again.");

    /** A file that is not in the ZIP, and why. */
    record Unreadable(Item item, Text why) {}

    /** A file about to be written, once, piece by piece. */
    public interface Export {

        /** What it is called. */
        String name();

        void writeTo(OutputStream out) throws IOException;
    }

    /** Notes the export and answers what is to be written; refused to whoever may not, and in a case that is not there. */
    public Answer<Export> export(CaseNo no, Actor actor) {
        var contents = reading.read(no, actor);
        if (contents.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-case", no));
        }
        var unreadable = contents.get().items().stream().filter(item -> item.fileId() != null && !hashes.isThere(no.unit(), item.fileId())).toList();
        var entries = entries(contents.get(), unreadable, actor);
        return ledger.note(no, entries.size(), FileZip.digest(entries), actor).map(upto -> new FileZip(no, entries, upto, ledger, hashes));
    }

    private List<Entry> entries(FileContents contents, List<Item> unreadable, Actor actor) {
        var no = contents.summary().caseNo();
        var entries = new TreeMap<String, Entry>();
        put(entries, "case.json", hashes.text(about(contents, unreadable, actor)));
        papers.lettersOf(no.unit(), no).forEach(letter -> {
            var name = "letters/%02d-%s".formatted(letter.lno(), letter.kind());
            put(entries, name + ".json", hashes.text(letter.content()));
            prints.letter(no, letter.lno()).ifPresent(print -> put(entries, name + ".pdf", print.pdf()));
        });
        papers.of(no.unit(), no).forEach(receipt -> {
            var name = "receipts/%02d-%s".formatted(receipt.rno(), receipt.kind());
            put(entries, name + ".json", hashes.text(receipt.content()));
            prints.receipt(no, receipt.rno()).ifPresent(print -> put(entries, name + ".pdf", print.pdf()));
        });
        contents.items().stream().filter(item -> !unreadable.contains(item)).forEach(item -> original(contents, item).ifPresent(entry -> entries.put(entry.path(), entry)));
        return List.copyOf(entries.values());
    }

    private Optional<Entry> original(FileContents contents, Item item) {
        return Optional.ofNullable(item.fileId()).map(id -> new Entry(path(item), item.size(), String.valueOf(item.sha256()),
                () -> files.open(contents.summary().caseNo().unit(), id).orElseThrow()));
    }

    private static String path(Item item) {
        return "originals/%s-%02d-%s-%s".formatted(item.source(), item.no(), item.kind(), safe(String.valueOf(item.fileName())));
    }

    /** A name that is one on every machine; its ending is kept. */
    private static String safe(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("\\.{2,}", ".");
        return plain.length() <= 60 ? plain : plain.substring(plain.length() - 60);
    }

    private Map<String, Object> about(FileContents contents, List<Item> unreadable, Actor actor) {
        var no = contents.summary().caseNo();
        var about = new LinkedHashMap<String, Object>();
        about.put("case", contents.summary());
        about.put("stages", cases.stages(no, actor).orElse(List.of()));
        about.put("limits", cases.limits(no, actor).orElse(List.of()));
        about.put("papers", papers.documentsOf(no.unit(), no));
        about.put("letters", papers.lettersOf(no.unit(), no));
        about.put("receipts", papers.of(no.unit(), no));
        about.put("index", contents.items());
        about.put("missing", contents.missing().stream().map(Violation::rule).toList());
        about.put("unreadable", unreadable.stream().map(item -> new Unreadable(item, why(no, item))).toList());
        about.put("archive", contents.archive());
        return about;
    }

    /** A file in quarantine is there and not to be touched; what else can't be read is lost. */
    private Text why(CaseNo no, Item item) {
        boolean quarantined = Optional.ofNullable(item.fileId()).flatMap(id -> files.find(no.unit(), id)).filter(file -> !file.scan().usable()).isPresent();
        return quarantined ? QUARANTINED : LOST;
    }

    private void put(Map<String, Entry> entries, String path, byte[] bytes) {
        entries.put(path, new Entry(path, bytes.length, hashes.of(bytes), () -> new java.io.ByteArrayInputStream(bytes)));
    }
}
