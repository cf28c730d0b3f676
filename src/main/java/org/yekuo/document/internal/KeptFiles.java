package org.yekuo.document.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yekuo.calendar.MachineClock;
import org.yekuo.document.FileKind;
import org.yekuo.document.Files;
import org.yekuo.document.StoredFile;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

@Service
class KeptFiles implements Files {

    private static final int LONGEST_NAME = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileStore store;
    private final FileRows rows;
    private final MachineClock clock;

    KeptFiles(FileStore store, FileRows rows, MachineClock clock) {
        this.store = store;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Answer<StoredFile> store(UnitCode unit, String name, String declaredType, InputStream content, Actor by) {
        try {
            var prefix = content.readNBytes(Sniffing.PREFIX);
            var kind = Sniffing.kindOf(prefix);
            var violations = check(name, declaredType, prefix, kind);
            if (!violations.isEmpty()) {
                return Answer.invalid(violations);
            }
            var kept = store.put(unit.city(), new LimitedStream(new SequenceInputStream(new ByteArrayInputStream(prefix), content), LARGEST));
            var file = new StoredFile(unit.city(), newId(), kind.orElseThrow(), kept.size(), name, by.name(), clock.now(), null);
            rows.insert(file, kept.address());
            return Answer.done(file);
        } catch (LimitedStream.TooLarge tooLarge) {
            return Answer.invalid(List.of(Violation.at("file", "document.file-too-large", shown(name), LARGEST / 1024 / 1024)));
        } catch (IOException broken) {
            throw new UncheckedIOException("The file " + shown(name) + " could not be kept.", broken);
        }
    }

    @Override
    public Optional<StoredFile> find(UnitCode unit, String fileId) {
        return rows.find(unit.city(), fileId);
    }

    @Override
    public Optional<InputStream> open(UnitCode unit, String fileId) {
        return rows.address(unit.city(), fileId).map(address -> {
            try {
                return store.get(unit.city(), address);
            } catch (IOException broken) {
                throw new YekuoException("document.content-missing", "The content of file " + fileId + " of unit " + unit.city() + " cannot be read.", broken);
            }
        });
    }

    private static List<Violation> check(String name, String declaredType, byte[] prefix, Optional<FileKind> kind) {
        var violations = new ArrayList<Violation>();
        if (name.isBlank() || name.length() > LONGEST_NAME || name.matches("(?s).*[/\\\\\\p{Cntrl}].*|\\.{1,2}")) {
            violations.add(Violation.at("name", "document.file-name", LONGEST_NAME));
        }
        if (prefix.length == 0) {
            violations.add(Violation.at("file", "document.file-empty", shown(name)));
        } else if (kind.isEmpty()) {
            violations.add(Violation.at("file", "document.file-kind", shown(name)));
        } else if (!Sniffing.goesBy(kind.get(), declaredType) || !Sniffing.isNamed(kind.get(), name)) {
            violations.add(Violation.at("file", "document.file-type-differs", shown(name), kind.get()));
        }
        return violations;
    }

    /** A name as a sentence may repeat it. */
    private static String shown(String name) {
        var plain = name.replaceAll("\\p{Cntrl}", "");
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }

    private static String newId() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
