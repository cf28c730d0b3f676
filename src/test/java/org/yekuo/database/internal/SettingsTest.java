package org.yekuo.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void the_oldest_server_accepted_is_15() {
        assertThat(new Settings(140011, Map.of()).isTooOld()).isTrue();
        assertThat(new Settings(150000, Map.of()).isTooOld()).isFalse();
    }

    @Test
    void a_setting_that_is_off_or_unknown_is_unsafe() {
        assertThat(new Settings(180006, Map.of("fsync", "off", "synchronous_commit", "remote_apply")).unsafe())
                .containsExactly("fsync=off", "full_page_writes=?");
    }
}
