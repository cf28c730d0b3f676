package org.yekuo.stage.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.casework.PreparingStage;
import org.yekuo.casework.ReadingCase;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Files;
import org.yekuo.document.StoredFile;
import org.yekuo.stage.archive.FileContents.Item;
import org.yekuo.stage.archive.internal.FileHashes;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.JsonNode;

/** Reads the file of a case (查看案卷): its index with the hash of every paper, and what is missing. A case of another unit is not there. */
@Component
public class ReadingFile {

    private static final String STAGE = "archive";

    private final ReadingCase reading;
    private final PreparingStage preparing;
    private final CasePapers papers;
    private final Files files;
    private final ArchiveFiles archive;
    private final FileHashes hashes;

    ReadingFile(ReadingCase reading, PreparingStage preparing, CasePapers papers, Files files, ArchiveFiles archive, FileHashes hashes) {
        this.reading = reading;
        this.preparing = preparing;
        this.papers = papers;
        this.files = files;
        this.archive = archive;
        this.hashes = hashes;
    }

    public Optional<FileContents> read(CaseNo no, Actor actor) {
        return reading.summary(no, actor).map(summary -> new FileContents(summary, items(no, actor), missing(summary, actor), archive.find(no.unit(), no).orElse(null)));
    }

    private List<Item> items(CaseNo no, Actor actor) {
        var unit = no.unit();
        var items = new ArrayList<Item>();
        var named = new LinkedHashSet<String>();
        for (var paper : papers.documentsOf(unit, no)) {
            var file = Optional.ofNullable(paper.document().fileId()).flatMap(id -> files.find(unit, id));
            file.ifPresent(stored -> named.add(stored.fileId()));
            items.add(item("document", paper.docNo(), paper.document().type(), paper.receivedOn(), paper.counts(), file));
        }
        for (var letter : papers.lettersOf(unit, no)) {
            var text = hashes.text(letter.content());
            items.add(new Item("letter", letter.lno(), letter.kind(), letter.issuedOn(), letter.supersededBy() == null, null, null, text.length, hashes.of(text)));
        }
        for (var receipt : papers.of(unit, no)) {
            var text = hashes.text(receipt.content());
            items.add(new Item("receipt", receipt.rno(), receipt.kind(), receipt.issuedOn(), receipt.isLive(), null, null, text.length, hashes.of(text)));
        }
        int attachment = 0;
        for (var receipt : papers.of(unit, no)) {
            var signed = receipt.acknowledged();
            if (signed != null && signed.drawing() != null) {
                items.add(item("attachment", ++attachment, receipt.stage(), signed.on(), receipt.isLive(), files.find(unit, signed.drawing())));
            }
        }
        for (var stage : reading.stages(no, actor).orElse(List.of())) {
            for (var file : attachments(unit, stage.result())) {
                if (named.add(file.fileId())) {
                    items.add(item("attachment", ++attachment, stage.stage(), stage.closedOn() == null ? stage.openedOn() : stage.closedOn(), stage.live(), Optional.of(file)));
                }
            }
        }
        return items;
    }

    private Item item(String source, int no, String kind, LocalDate day, boolean current, Optional<StoredFile> file) {
        return new Item(source, no, kind, day, current, file.map(StoredFile::fileId).orElse(null), file.map(StoredFile::name).orElse(null),
                file.map(StoredFile::size).orElse(0L), file.flatMap(hashes::of).orElse(null));
    }

    /** The photos and scans a stage's result names, wherever it does. */
    private List<StoredFile> attachments(UnitCode unit, @org.jspecify.annotations.Nullable JsonNode result) {
        if (result == null) {
            return List.of();
        }
        if (result.isString()) {
            var text = result.asString();
            return text.matches("[0-9a-f]{32}") ? files.find(unit, text).stream().toList() : List.of();
        }
        return result.valueStream().flatMap(inner -> attachments(unit, inner).stream()).toList();
    }

    private List<Violation> missing(ReadingCase.Summary summary, Actor actor) {
        if (archive.find(summary.caseNo().unit(), summary.caseNo()).isPresent()) {
            return List.of();
        }
        var prepared = preparing.prepare(summary.caseNo(), STAGE, null, actor);
        return prepared.map(stage -> stage.choices().get("missing")).filter(List.class::isInstance).map(ReadingFile::violations)
                .orElseGet(() -> List.of(Violation.of("archive.not-yet", summary.caseNo())));
    }

    private static List<Violation> violations(Object found) {
        return ((List<?>) found).stream().map(Violation.class::cast).toList();
    }
}
