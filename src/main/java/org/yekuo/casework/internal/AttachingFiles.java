package org.yekuo.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.SuspendingCase;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Files;
import org.yekuo.form.NamedFiles;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Violation;

/**
 * Puts the files an act names into the case (附件归案), in its transaction: the photos and scans of a stage's result, each looked at first, and whatever else
 * its entries in the ledger name as proof.
 */
@Component
public class AttachingFiles {

    /** How files are named; a hash is longer. */
    private static final Pattern FILE = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");

    private final CasePapers papers;
    private final Files files;
    private final Sight sight;

    AttachingFiles(CasePapers papers, Files files, Sight sight) {
        this.papers = papers;
        this.files = files;
        this.sight = sight;
    }

    /** What is wrong with a file named: unknown, in quarantine, of another case, or uploaded by nobody who sees this case. The act is to be refused then. */
    public List<Violation> attach(Desk desk, StageResult result) {
        var wrong = new ArrayList<Violation>();
        NamedFiles.in((Record) result).forEach((field, id) -> wrong.addAll(attach(desk, field, id)));
        return wrong;
    }

    /** What is wrong with what an act brings as proof: nothing at all, a piece that is no file and says nothing, or a file that {@link #attach} refuses. */
    public List<Violation> attachProofs(Desk desk, List<SuspendingCase.Proof> evidence) {
        if (evidence.isEmpty()) {
            return List.of(Violation.at("evidence", "casework.needs-evidence"));
        }
        var wrong = new ArrayList<Violation>();
        for (int i = 0; i < evidence.size(); i++) {
            var proof = evidence.get(i);
            if (proof.fileId() != null) {
                wrong.addAll(attach(desk, "evidence[" + i + "].fileId", proof.fileId()));
            } else if (proof.note() == null || proof.note().isBlank()) {
                wrong.add(Violation.at("evidence[" + i + "]", "casework.empty-evidence"));
            }
        }
        return wrong;
    }

    private List<Violation> attach(Desk desk, String field, String id) {
        return files.uploader(desk.file.unit(), id).filter(by -> !sight.sees(Actor.staff(by, ""), desk.file)).isPresent()
                ? List.of(Violation.at(field, "casework.file-of-stranger", files.find(desk.file.unit(), id).map(file -> file.name()).orElse(id)))
                : papers.attach(desk.file.no, field, id);
    }

    /** Keeps what the new entries of the ledger name. */
    void keep(CaseFile file) {
        var named = file.newEvents.stream().flatMap(event -> FILE.matcher(event.body()).results()).map(MatchResult::group).collect(Collectors.toSet());
        if (!named.isEmpty()) {
            papers.keepIn(file.no, named);
        }
    }
}
