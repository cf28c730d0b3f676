package org.yekuo.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.database.StartRefused;
import org.yekuo.database.internal.DatabaseProperties.Database;

class ExternalServerIT {

    @Test
    void the_program_writes_rows_but_changes_no_table() {
        try (var copy = TestDatabase.copy()) {
            JdbcClient.create(copy.owner()).sql("create table sample (n int generated always as identity, t text)").update();
            var app = JdbcClient.create(copy.app());

            assertThat(app.sql("insert into sample (t) values ('a')").update()).isEqualTo(1);
            assertThat(app.sql("delete from sample").update()).isEqualTo(1);
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> app.sql("drop table sample").update());
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> app.sql("create table another (n int)").update());
        }
    }

    @Test
    void a_server_given_by_address_is_used_with_both_roles() {
        try (var copy = TestDatabase.copy()) {
            var server = ExternalServer.reach(new Database(copy.url(), TestDatabase.APP, "", TestDatabase.OWNER, "", 5, Map.of()));

            assertThat(server.access().rolesAreSeparate()).isTrue();
        }
    }

    @Test
    void a_server_that_is_not_there_is_named_in_words() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ExternalServer.reach(new Database("jdbc:postgresql://localhost:1/none", "somebody", "", null, null, 5, Map.of())))
                .withMessageContaining("jdbc:postgresql://localhost:1/none")
                .withMessageContaining("yekuo.database.url");
    }

    @Test
    void a_user_name_is_required_with_an_address() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ExternalServer.reach(new Database("jdbc:postgresql://localhost:1/none", null, null, null, null, 5, Map.of())))
                .withMessageContaining("yekuo.database.username");
    }
}
