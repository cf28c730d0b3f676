package org.yekuo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Under which a figure was measured (测试条件): without them it says nothing. */
public final class Conditions {

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "work_mem", "effective_cache_size",
            "max_wal_size", "checkpoint_timeout", "wal_compression", "autovacuum", "jit", "random_page_cost");

    private Conditions() {}

    public static Map<String, String> of(Connection database) throws SQLException {
        var found = ofMachine();
        try (var statement = database.createStatement()) {
            try (var row = statement.executeQuery("select version()")) {
                row.next();
                found.put("PostgreSQL", row.getString(1).replaceAll(" on .*", ""));
            }
            var settings = new LinkedHashMap<String, String>();
            for (var setting : SETTINGS) {
                try (var row = statement.executeQuery("show " + setting)) {
                    row.next();
                    settings.put(setting, row.getString(1));
                }
            }
            found.put("settings", settings.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining(", ")));
            try (var row = statement.executeQuery("select pg_size_pretty(pg_database_size(current_database()))")) {
                row.next();
                found.put("database", row.getString(1));
            }
        }
        return found;
    }

    public static Map<String, String> ofMachine() {
        var found = new LinkedHashMap<String, String>();
        found.put("when", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        found.put("commit", commit());
        found.put("CPU", "%d × %s, shared by program, database and load".formatted(Runtime.getRuntime().availableProcessors(), cpu()));
        found.put("load of the machine before", first("/proc/loadavg").map(line -> line.split(" ")[0]).orElse("not known"));
        found.put("memory", "%d GB; heap of this JVM %d MB".formatted(memory() >> 30, Runtime.getRuntime().maxMemory() >> 20));
        found.put("JDK", System.getProperty("java.vm.version") + " " + ManagementFactory.getRuntimeMXBean().getVmName() + ", "
                + ManagementFactory.getGarbageCollectorMXBeans().stream().map(collector -> collector.getName().split(" ")[0]).distinct().collect(Collectors.joining("+")));
        return found;
    }

    private static java.util.Optional<String> first(String file) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst();
        } catch (IOException none) {
            return java.util.Optional.empty();
        }
    }

    private static String cpu() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).findFirst().map(line -> line.substring(line.indexOf(':') + 2)).orElse(System.getProperty("os.arch"));
        } catch (IOException elsewhere) {
            return System.getProperty("os.arch");
        }
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine ? machine.getTotalMemorySize() : 0;
    }

    private static String commit() {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12").redirectErrorStream(true).start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "not known";
        } catch (IOException noGit) {
            return "not known";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "not known";
        }
    }
}
