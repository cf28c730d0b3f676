package org.yekuo.regulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.databind.json.JsonMapper;

class PublishedPacksIT {

    private static PublishedPacks start(TestDatabase.Copy database) throws IOException {
        return new PublishedPacks(JdbcClient.create(database.app()), () -> Instant.parse("2008-04-24T02:20:00Z"), JsonMapper.shared());
    }

    @Test
    void a_pack_is_published_once_and_stays_as_it_is() throws IOException {
        try (var database = TestDatabase.copy()) {
            var first = start(database).pack("anhui-2008").orElseThrow();
            var again = start(database).pack("anhui-2008").orElseThrow();
            assertThat(again).isEqualTo(first);
        }
    }

    @Test
    void a_pack_changed_after_its_publication_stops_the_start() throws IOException {
        try (var database = TestDatabase.copy()) {
            start(database);
            JdbcClient.create(database.owner()).sql("update regulation_pack set hash = 'another' where id = 'anhui-2008'").update();
            assertThatThrownBy(() -> start(database)).isInstanceOf(YekuoException.class).hasMessageContaining("anhui-2008")
                    .extracting(broken -> ((YekuoException) broken).code()).isEqualTo("regulation.changed-after-publication");
        }
    }

    @Test
    void the_pack_in_force_is_asked_by_the_day() throws IOException {
        try (var database = TestDatabase.copy()) {
            var packs = start(database);
            assertThat(packs.inForce(LocalDate.of(2005, 11, 30))).isEmpty();
            assertThat(packs.inForce(LocalDate.of(2005, 12, 1))).hasValueSatisfying(pack -> assertThat(pack.id()).isEqualTo("anhui-2008"));
            assertThat(packs.inForce(LocalDate.of(2024, 5, 31))).as("no case runs under a reference, such as sgcc-2022")
                    .hasValueSatisfying(pack -> assertThat(pack.id()).isEqualTo("anhui-2008"));
            assertThat(packs.inForce(LocalDate.of(2024, 6, 1))).hasValueSatisfying(pack -> assertThat(pack.id()).isEqualTo("anhui-2024"));
        }
    }

    @Test
    void the_program_itself_cannot_change_a_published_pack() throws IOException {
        try (var database = TestDatabase.copy()) {
            start(database);
            assertThatThrownBy(() -> JdbcClient.create(database.app()).sql("update regulation_pack set hash = 'another'").update())
                    .hasRootCauseMessage("ERROR: permission denied for table regulation_pack");
        }
    }

    private static SortedMap<String, byte[]> edited(String id) throws IOException {
        var files = new TreeMap<>(ShippedPacks.read().get("anhui-2008"));
        var head = new String(files.get("pack.yaml"), StandardCharsets.UTF_8).replace("id: anhui-2008", "id: " + id);
        files.put("pack.yaml", head.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    @Test
    void what_one_program_publishes_another_has_in_force_without_a_restart() throws IOException {
        try (var database = TestDatabase.copy()) {
            var one = start(database);
            var other = start(database);
            var first = LocalDate.of(2009, 3, 10);

            assertThat(one.publish("anhui-next", edited("anhui-next"), first, LocalDate.of(2009, 3, 2))).isInstanceOf(Answer.Done.class);

            assertThat(other.inForce(first)).hasValueSatisfying(pack -> assertThat(pack.id()).isEqualTo("anhui-next"));
            assertThat(other.inForce(first.minusDays(1))).hasValueSatisfying(pack -> assertThat(pack.id()).isEqualTo("anhui-2008"));
            assertThat(start(database).pack("anhui-next")).isEqualTo(other.pack("anhui-next"));
            assertThat(one.publish("anhui-next", edited("anhui-next"), first.plusDays(1), LocalDate.of(2009, 3, 2))).isInstanceOfSatisfying(Answer.Refused.class,
                    refused -> assertThat(refused.toString()).contains("regulation.name-taken"));
        }
    }

    @Test
    void a_publication_that_was_undone_is_in_force_nowhere() throws IOException {
        try (var database = TestDatabase.copy()) {
            var packs = start(database);
            var first = LocalDate.of(2009, 3, 10);
            packs.publish("anhui-next", edited("anhui-next"), first, LocalDate.of(2009, 3, 2));
            assertThat(packs.inForce(first).orElseThrow().id()).isEqualTo("anhui-next");
            JdbcClient.create(database.owner()).sql("delete from regulation_pack where id = 'anhui-next'").update();
            assertThat(packs.inForce(first).orElseThrow().id()).isEqualTo("anhui-2008");
            assertThat(packs.pack("anhui-next")).isEmpty();
        }
    }
}
