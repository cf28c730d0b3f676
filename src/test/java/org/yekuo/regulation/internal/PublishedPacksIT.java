package org.yekuo.regulation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
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
}
