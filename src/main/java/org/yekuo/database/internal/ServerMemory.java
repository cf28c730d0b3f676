package org.yekuo.database.internal;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the embedded server may use of a machine it shares with the program, as PostgreSQL's manual advises (chapters Resource Consumption, Write Ahead Log and Query Planning).
 * Nothing here bears on whether an answered request survives.
 *
 * @param memory of the machine, or of the container the program runs in, in bytes
 * @param heap   what the program itself may take of it, in bytes
 * @param disk   what is free where the data lie, in bytes
 */
record ServerMemory(long memory, long heap, long disk) {

    private static final long MB = 1L << 20;
    private static final long GB = 1L << 30;

    static ServerMemory of(Path dataDir) throws IOException {
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine ? machine.getTotalMemorySize() : 0;
        return new ServerMemory(memory, Runtime.getRuntime().maxMemory(), Files.getFileStore(dataDir).getUsableSpace());
    }

    /** Settings by their names in postgresql.conf; those given by name take the place of what is reckoned. */
    Map<String, String> settings(Map<String, String> given) {
        // A quarter of the memory is the manual's advice for a machine of the database's own: here of what the program's heap and a gigabyte for the system leave.
        long rest = memory - heap - GB;
        long shared = Math.clamp(rest / 4, 128 * MB, 2 * GB);
        var settings = new LinkedHashMap<String, String>();
        settings.put("shared_buffers", inMegabytes(shared));
        // An estimate of what server and system keep in memory together; nothing is allocated by it.
        settings.put("effective_cache_size", inMegabytes(Math.max(shared * 2, rest * 3 / 4)));
        // For each sort and hash of each connection.
        settings.put("work_mem", inMegabytes(Math.clamp(shared / 128, 4 * MB, 16 * MB)));
        // Checkpoints by time, not by the amount written: each makes the next change of every page write the whole page. A tenth of what is free, at the most.
        settings.put("max_wal_size", inMegabytes(Math.clamp(disk / 10, GB, 4 * GB)));
        settings.put("checkpoint_timeout", "15min");
        // A solid-state disk reads anywhere nearly as fast as in order.
        settings.put("random_page_cost", "1.1");
        // It pays for long reports only; every question here is short.
        settings.put("jit", "off");
        given.forEach((name, value) -> settings.put(name.replace('-', '_'), value));
        return settings;
    }

    private static String inMegabytes(long bytes) {
        return bytes / MB + "MB";
    }
}
