package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.yekuo.YekuoIT;
import org.yekuo.access.FileCipher;
import org.yekuo.calendar.MachineClock;
import org.yekuo.document.PlainPdf;
import org.yekuo.document.StoredFile;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** What came into nothing is let go of after its time, row first, and what anything else names stays. */
@YekuoIT
class DiscardingFilesIT {

    private static final UnitCode CITY = new UnitCode("3496");
    private static final Actor CLERK = Actor.staff("loose-1", "王柜员");

    @TempDir Path folder;
    @Autowired FileCipher cipher;
    @Autowired FileRows rows;
    @Autowired LooseFileRows loose;
    @Autowired MachineClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    private final AtomicBoolean down = new AtomicBoolean();
    private FolderFileStore store;
    private KeptFiles files;

    @BeforeEach
    void open() {
        store = new FolderFileStore(folder) {
            @Override
            public void delete(UnitCode unit, String address) throws IOException {
                if (down.get()) {
                    throw new IOException("down");
                }
                super.delete(unit, address);
            }
        };
        files = new KeptFiles(new Sealing(folder.resolve("machine"), cipher), new Inspection(), new VirusScanner("", 0), store, rows, clock);
    }

    private StoredFile uploaded(String name, String content, Duration ago, Actor by) {
        var stored = ((Answer.Done<StoredFile>) files.store(CITY, name, "application/pdf", new ByteArrayInputStream(PlainPdf.of(content)), by)).value();
        jdbc.sql("update stored_file set uploaded_at = ? where file_id = ?").params(clock.now().minus(ago).atOffset(ZoneOffset.UTC), stored.fileId()).update();
        return stored;
    }

    private int run(Instant now) {
        return new DiscardingFiles(loose, store, () -> now, transactions, 30).discard();
    }

    private boolean lies(String address) {
        try (var content = store.get(CITY, address)) {
            return content.read() >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private String address(StoredFile file) {
        return rows.address(CITY, file.fileId()).orElseThrow();
    }

    @Test
    void a_file_that_came_into_nothing_goes_after_its_days_and_its_content_an_hour_later() {
        var old = uploaded("a.pdf", "old and loose", Duration.ofDays(31), CLERK);
        var young = uploaded("b.pdf", "young and loose", Duration.ofDays(29), CLERK);
        var ofCase = uploaded("c.pdf", "of a case", Duration.ofDays(300), CLERK);
        rows.attach(CITY, ofCase.fileId(), CaseNo.of(CITY, 96_001));
        var hers = uploaded("d.pdf", "a customer's, perhaps in a draft", Duration.ofDays(31), new Actor("customer:online", "客户", Actor.Kind.CUSTOMER));
        var printed = uploaded("e.pdf", "printed", Duration.ofDays(300), Actor.system("print"));
        var at = address(old);
        var now = clock.now();

        run(now);
        assertThat(files.find(CITY, old.fileId())).isEmpty();
        assertThat(lies(at)).as("an upload under way may count on it").isTrue();
        for (var kept : new StoredFile[] {young, ofCase, hers, printed}) {
            assertThat(files.find(CITY, kept.fileId())).as(kept.name()).isPresent();
        }
        down.set(true);
        run(now.plus(Duration.ofHours(2)));
        assertThat(lies(at)).as("the store is down").isTrue();
        down.set(false);
        run(now.plus(Duration.ofHours(2)));
        assertThat(lies(at)).as("tried again").isFalse();
        assertThat(lies(address(young))).isTrue();
    }

    @Test
    void content_another_row_names_stays_and_so_does_what_is_kept_again_meanwhile() {
        var one = uploaded("a.pdf", "the same content", Duration.ofDays(40), CLERK);
        var other = uploaded("another name.pdf", "the same content", Duration.ofDays(40), CLERK);
        rows.attach(CITY, other.fileId(), CaseNo.of(CITY, 96_002));
        var again = uploaded("f.pdf", "kept again", Duration.ofDays(40), CLERK);
        var at = address(again);
        assertThat(address(one)).isEqualTo(address(other));
        var now = clock.now();

        run(now);
        assertThat(files.find(CITY, one.fileId())).isEmpty();
        var back = uploaded("g.pdf", "kept again", Duration.ZERO, CLERK);
        run(now.plus(Duration.ofHours(2)));
        assertThat(lies(address(other))).isTrue();
        assertThat(lies(at)).isTrue();
        assertThat(address(back)).isEqualTo(at);
        assertThat(jdbc.sql("select count(*) from discarded_content where unit = ?").param(CITY.value()).query(Integer.class).single()).isZero();
    }

    @Test
    void a_draft_of_whoever_uploaded_it_may_name_it() {
        var drafter = Actor.staff("loose-2", "李柜员");
        jdbc.sql("insert into draft (owner, form, sealed, saved_at) values (?, '/work/x', ?, now())").params(drafter.id(), new byte[] {1}).update();
        var file = uploaded("a.pdf", "in a draft", Duration.ofDays(40), drafter);
        run(clock.now());
        assertThat(files.find(CITY, file.fileId())).isPresent();
        jdbc.sql("delete from draft where owner = ?").param(drafter.id()).update();
        run(clock.now());
        assertThat(files.find(CITY, file.fileId())).isEmpty();
    }
}
