package org.yekuo.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.casework.StageResult;
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
        NamedFiles.in((Record) result).forEach((field, id) -> {
            var stranger = files.uploader(desk.file.unit(), id).filter(by -> !sight.sees(Actor.staff(by, ""), desk.file));
            if (stranger.isPresent()) {
                wrong.add(Violation.at(field, "casework.file-of-stranger", files.find(desk.file.unit(), id).map(file -> file.name()).orElse(id)));
            } else {
                wrong.addAll(papers.attach(desk.file.no, field, id));
            }
        });
        return wrong;
    }

    /** Keeps what the new entries of the ledger name. */
    void keep(CaseFile file) {
        var named = file.newEvents.stream().flatMap(event -> FILE.matcher(event.body()).results()).map(MatchResult::group).collect(Collectors.toSet());
        if (!named.isEmpty()) {
            papers.keepIn(file.no, named);
        }
    }
}
