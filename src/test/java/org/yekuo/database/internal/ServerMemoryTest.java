package org.yekuo.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the embedded server takes of small and large machines. */
class ServerMemoryTest {

    private static final long GB = 1L << 30;

    private static Map<String, String> on(long memory, long heap, long disk) {
        return new ServerMemory(memory, heap, disk).settings(Map.of());
    }

    @Test
    void a_small_machine_is_left_to_the_program() {
        assertThat(on(4 * GB, GB, 100 * GB)).containsEntry("shared_buffers", "512MB").containsEntry("effective_cache_size", "1536MB").containsEntry("work_mem", "4MB");
        assertThat(on(2 * GB, GB / 2, 100 * GB)).containsEntry("shared_buffers", "128MB").containsEntry("work_mem", "4MB");
        assertThat(on(0, GB, 100 * GB)).as("a machine that does not say").containsEntry("shared_buffers", "128MB").containsEntry("effective_cache_size", "256MB");
    }

    @Test
    void a_large_machine_gives_two_gigabytes_and_no_more() {
        assertThat(on(24 * GB, 6 * GB, 100 * GB)).containsEntry("shared_buffers", "2048MB").containsEntry("effective_cache_size", "13056MB").containsEntry("work_mem", "16MB");
        assertThat(on(512 * GB, 32 * GB, 100 * GB)).containsEntry("shared_buffers", "2048MB");
    }

    @Test
    void the_log_takes_no_more_than_a_tenth_of_what_is_free() {
        assertThat(on(8 * GB, 2 * GB, 20 * GB)).containsEntry("max_wal_size", "2048MB");
        assertThat(on(8 * GB, 2 * GB, GB)).as("the server's own default at the least").containsEntry("max_wal_size", "1024MB");
        assertThat(on(8 * GB, 2 * GB, 500 * GB)).containsEntry("max_wal_size", "4096MB");
    }

    @Test
    void what_is_given_by_name_holds() {
        assertThat(new ServerMemory(24 * GB, GB, 100 * GB).settings(Map.of("shared-buffers", "64MB", "autovacuum-naptime", "30s")))
                .containsEntry("shared_buffers", "64MB").containsEntry("autovacuum_naptime", "30s");
    }
}
