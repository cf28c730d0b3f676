package org.yekuo.document.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.calendar.MachineClock;
import org.yekuo.document.Files;
import org.yekuo.document.PaperPrints;
import org.yekuo.document.PublicAddress;
import org.yekuo.document.VerifyingPaper.Verified;
import org.yekuo.document.internal.PrintRows.Row;
import org.yekuo.document.internal.PrintRows.Shelf;
import org.yekuo.regulation.PaperKind;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.YekuoException;

/** Sets papers and keeps them: each once, by whoever comes first, the loop or somebody who asks. */
@Service
public class Printing implements PaperPrints {

    private static final Logger LOG = LoggerFactory.getLogger(Printing.class);
    private static final Actor PRINTER = Actor.system("print");
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** What a paper says, from either shelf. */
    private record Said(String template, int version, LocalDate issuedOn, String issuedBy, Map<String, Object> content, boolean live) {

        String variant() {
            return String.valueOf(content.getOrDefault("variant", ""));
        }
    }

    private final PrintRows rows;
    private final ReceiptRows receipts;
    private final LetterRows letters;
    private final FileRows fileRows;
    private final Files files;
    private final Typesetter typesetter;
    private final Regulations regulations;
    private final MachineClock clock;
    private final TransactionTemplate transaction;
    private final PublicAddress publicly;

    Printing(PrintRows rows, ReceiptRows receipts, LetterRows letters, FileRows fileRows, Files files, Typesetter typesetter, Regulations regulations, MachineClock clock,
            TransactionTemplate transaction, PublicAddress publicly) {
        this.rows = rows;
        this.receipts = receipts;
        this.letters = letters;
        this.fileRows = fileRows;
        this.files = files;
        this.typesetter = typesetter;
        this.regulations = regulations;
        this.clock = clock;
        this.transaction = transaction;
        this.publicly = publicly;
    }

    @Override
    public Optional<Print> receipt(CaseNo caseNo, int rno) {
        return rows.find(caseNo, Shelf.RECEIPT, rno).map(this::printed);
    }

    @Override
    public Optional<Print> letter(CaseNo caseNo, int lno) {
        return rows.find(caseNo, Shelf.LETTER, lno).map(this::printed);
    }

    /** The print of a paper; where there is none yet it is set before its row is locked, so that whoever waits for the typeface keeps no other waiting. */
    private Print printed(Row row) {
        if (row.fileId() != null) {
            return kept(row);
        }
        var set = set(row, said(row));
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            var locked = rows.lock(row.caseNo(), row.shelf(), row.no()).orElseThrow();
            return locked.fileId() == null ? keep(locked, set) : kept(locked);
        }));
    }

    public Optional<Verified> verify(String code) {
        return rows.byCode(code).map(row -> {
            var said = said(row);
            var issuer = said.content().get("case") instanceof Map<?, ?> about ? String.valueOf(about.get("unitName")) : row.caseNo().unit().value();
            return new Verified(row.code(), title(row, said), number(row), said.version(), said.issuedOn(), issuer, said.live(), row.sha256());
        });
    }

    /** Sets the next paper that is due, in a transaction of its own; whether there was one. One that can't be set is tried again, later and later. */
    boolean next() {
        var failed = new Row[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var due = rows.next(clock.now());
                due.ifPresent(row -> {
                    failed[0] = row;
                    keep(row, set(row, said(row)));
                });
                return due.isPresent();
            }));
        } catch (RuntimeException broken) {
            var row = failed[0];
            if (row == null) {
                throw broken;
            }
            LOG.warn("{} of case {} could not be printed, try {}.", number(row), row.caseNo(), row.tries() + 1, broken);
            var wait = Duration.ofSeconds(10L << Math.min(row.tries(), 12));
            transaction.executeWithoutResult(status -> rows.failed(row, clock.now().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT)));
            return true;
        }
    }

    private Print kept(Row row) {
        return new Print(row.caseNo(), number(row), name(row, String.valueOf(row.title())), String.valueOf(row.sha256()), kept(row, String.valueOf(row.fileId())));
    }

    /** Keeps what was set of a locked row. */
    private Print keep(Row row, Typesetter.Typeset set) {
        var name = name(row, set.title());
        var sha256 = sha256(set.pdf());
        var stored = switch (files.store(row.caseNo().unit(), name, "application/pdf", new ByteArrayInputStream(set.pdf()), PRINTER)) {
            case Answer.Done<org.yekuo.document.StoredFile>(var file) -> file;
            case Answer.Refused<org.yekuo.document.StoredFile>(var refusal) -> throw new YekuoException("document.print-refused", "The print " + name + " was not kept: " + refusal);
        };
        fileRows.attach(row.caseNo().unit(), stored.fileId(), row.caseNo());
        rows.printed(row, stored.fileId(), set.title(), sha256, clock.now());
        return new Print(row.caseNo(), number(row), name, sha256, set.pdf());
    }

    private Typesetter.Typeset set(Row row, Said said) {
        var pack = regulations.pack(row.pack()).orElseThrow(() -> new YekuoException("document.no-pack", "There is no pack " + row.pack() + " to word " + number(row) + " by."));
        var template = pack.letter(said.template(), said.variant()).orElseThrow(() ->
                new YekuoException("document.no-template", "The pack " + row.pack() + " words no " + said.template() + "."));
        var data = new TreeMap<>(said.content());
        data.put("issuedBy", said.issuedBy());
        data.put("amended", said.version() > 1);
        data.put("paper", Map.of("code", row.code().replaceAll("(.{4})(?=.)", "$1 "), "number", number(row), "version", said.version(),
                "issuedOn", said.issuedOn().toString(), "verifyAt", publicly.of("/verify"), "qr", SquareCode.dataUri(publicly.of("/verify/" + row.code()))));
        return typesetter.set(template, pack.letters(), data);
    }

    private Said said(Row row) {
        return switch (row.shelf()) {
            case RECEIPT -> {
                var receipt = receipts.one(row.caseNo(), row.no()).orElseThrow();
                yield new Said(PaperKind.receiptTemplate(receipt.kind()), 1, receipt.issuedOn(), receipt.issuedBy(), receipt.content(), receipt.isLive());
            }
            case LETTER -> {
                var letter = letters.one(row.caseNo(), row.no()).orElseThrow();
                yield new Said(PaperKind.template(letter.kind()), letter.version(), letter.issuedOn(), letter.issuedBy(), letter.content(), letter.supersededBy() == null);
            }
        };
    }

    /** What a paper calls itself, or will when it is set. */
    private String title(Row row, Said said) {
        return Optional.ofNullable(row.title()).or(() -> regulations.pack(row.pack()).flatMap(pack -> pack.letterTitle(said.template(), said.variant()))).orElse("");
    }

    private static String number(Row row) {
        return "%s-%s%02d".formatted(row.caseNo(), row.shelf() == Shelf.RECEIPT ? "HZ" : "WS", row.no());
    }

    private static String name(Row row, String title) {
        return title.replaceAll("[/\\\\\\p{Cntrl}]", " ") + " " + number(row) + ".pdf";
    }

    private byte[] kept(Row row, String fileId) {
        try (var in = files.open(row.caseNo().unit(), fileId).orElseThrow()) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("The print " + number(row) + " can't be read.", broken);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
