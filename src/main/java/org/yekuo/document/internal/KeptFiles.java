package org.yekuo.document.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.yekuo.calendar.MachineClock;
import org.yekuo.document.FileKind;
import org.yekuo.document.Files;
import org.yekuo.document.Scan;
import org.yekuo.document.StoredFile;
import org.yekuo.document.TooBusy;
import org.yekuo.document.internal.Sealing.Sealed;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

@Service
class KeptFiles implements Files {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);
    /** A line that broke is tried again within this time. */
    private static final Duration AGAIN = Duration.ofDays(1);
    private static final int LONGEST_NAME = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sealing sealing;
    private final Inspection inspection;
    private final VirusScanner scanner;
    private final FileStore store;
    private final FileRows rows;
    private final MachineClock clock;

    KeptFiles(Sealing sealing, Inspection inspection, VirusScanner scanner, FileStore store, FileRows rows, MachineClock clock) {
        this.sealing = sealing;
        this.inspection = inspection;
        this.scanner = scanner;
        this.store = store;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Answer<StoredFile> store(UnitCode unit, String name, String declaredType, InputStream content, Actor by) {
        try {
            var limited = new LimitedStream(content, LARGEST);
            var prefix = limited.readNBytes(Sniffing.PREFIX);
            var kind = Sniffing.kindOf(prefix);
            var violations = check(name, declaredType, prefix, kind);
            if (!violations.isEmpty()) {
                return Answer.invalid(violations);
            }
            try (var sealed = sealing.seal(unit.city(), new SequenceInputStream(new ByteArrayInputStream(prefix), limited))) {
                var fault = inspection.fault(kind.orElseThrow(), sealed);
                return fault.isPresent() ? Answer.invalid(List.of(Violation.at("file", fault.get(), shown(name)))) : scanned(unit.city(), name, kind.get(), sealed, by);
            }
        } catch (LimitedStream.TooLarge tooLarge) {
            return Answer.invalid(List.of(Violation.at("file", "document.file-too-large", shown(name), LARGEST / 1024 / 1024)));
        } catch (LimitedStream.CutOff cutOff) {
            throw new UncheckedIOException("The file " + shown(name) + " did not come whole.", cutOff);
        } catch (TooBusy busy) {
            return Answer.refused(Refusal.Kind.UNAVAILABLE, Violation.at("file", "document.too-busy", shown(name)));
        } catch (IOException down) {
            return unavailable(name, down);
        }
    }

    /** What the program itself has set waits for no scanner. */
    private Answer<StoredFile> scanned(UnitCode city, String name, FileKind kind, Sealed sealed, Actor by) throws IOException {
        return by.kind() == Actor.Kind.SYSTEM ? keep(city, name, kind, sealed, Scan.OFF, by) : switch (verdict(sealed)) {
            case VirusScanner.Verdict.Off off -> keep(city, name, kind, sealed, Scan.OFF, by);
            case VirusScanner.Verdict.Clean clean -> keep(city, name, kind, sealed, Scan.CLEAN, by);
            case VirusScanner.Verdict.Undecided undecided -> keep(city, name, kind, sealed, Scan.WAITING, by);
            case VirusScanner.Verdict.Unanswered unanswered -> keep(city, name, kind, sealed, Scan.WAITING, by);
            case VirusScanner.Verdict.Found(var virus) -> Answer.invalid(List.of(Violation.at("file", "document.file-virus", shown(name), virus)));
        };
    }

    private VirusScanner.Verdict verdict(Sealed sealed) throws IOException {
        try (var clear = sealed.open()) {
            return scanner.scan(new Inspection.ClearStream(clear));
        }
    }

    /** The content first, then its row: what has a row can be read. The same content by the same person under the same name, in no case yet, is the same file again. */
    private Answer<StoredFile> keep(UnitCode city, String name, FileKind kind, Sealed sealed, Scan scan, Actor by) {
        var again = rows.again(city, sealed.address(), name, by, clock.now().minus(AGAIN));
        if (again.isPresent()) {
            return Answer.done(again.get());
        }
        try {
            rows.wanted(city, sealed.address());
            store.keep(city, sealed.address(), sealed.file());
        } catch (IOException down) {
            return unavailable(name, down);
        }
        var file = new StoredFile(city, newId(), kind, sealed.size(), name, by.name(), clock.now(), null, sealed.sha256(), scan);
        rows.insert(file, sealed.address(), by);
        return Answer.done(file);
    }

    /** A disk that is full, a store that is down: the same again later may be done. */
    private static Answer<StoredFile> unavailable(String name, IOException down) {
        LOG.error("The file store took nothing in: {}", down.toString());
        return Answer.refused(Refusal.Kind.UNAVAILABLE, Violation.at("file", "document.store-down", shown(name)));
    }

    @Override
    public Optional<StoredFile> find(UnitCode unit, String fileId) {
        return rows.find(unit.city(), fileId);
    }

    @Override
    public Optional<String> uploader(UnitCode unit, String fileId) {
        return rows.uploader(unit.city(), fileId);
    }

    @Override
    public Optional<InputStream> open(UnitCode unit, String fileId) {
        return rows.address(unit.city(), fileId).map(address -> {
            try {
                return sealing.clear(unit.city(), address, store);
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
        } else if (Sniffing.isHeic(prefix)) {
            violations.add(Violation.at("file", "document.picture-heic", shown(name)));
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
