package org.yekuo.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yekuo.database.StartRefused;
import org.yekuo.vocabulary.Text;

/** A PostgreSQL that outlived the program which started it: our lock is free, yet its {@code postmaster.pid} names a living server. */
record Orphan(ProcessHandle process) {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final long PATIENCE_SECONDS = 120;

    /** The living server of {@code cluster}, if there is one. To be asked only by the holder of the lock. */
    static Optional<Orphan> of(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.size() < 2 || !lines.getFirst().strip().matches("\\d{1,18}") || !isSame(Path.of(lines.get(1).strip()), cluster)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(Orphan::isPostgres).map(Orphan::new);
    }

    /** Has it write everything down and end; refuses the start if it will not. */
    void stop() throws IOException {
        LOG.info("Stopping the PostgreSQL (process {}) that a killed program left behind.", process.pid());
        askToStop();
        await(process);
    }

    static void await(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            throw new StartRefused("database.orphan-runs-on", new Text(
                    "上次运行留下的 PostgreSQL（进程号 %d）在 %d 秒内没有停下：请手工停止它后再启动。".formatted(process.pid(), PATIENCE_SECONDS),
                    "The PostgreSQL left from an earlier run (process id %d) did not stop within %d seconds: stop it by hand and start again."
                            .formatted(process.pid(), PATIENCE_SECONDS)), stubborn);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for sessions whose client is dead. Windows knows neither and recovers from its log. */
    private void askToStop() throws IOException {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            process.destroy();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        }
    }

    /** A process number is used again after a restart of the machine; only a postgres is stopped. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> Path.of(command).getFileName().toString().startsWith("postgres")).orElse(false);
    }

    private static boolean isSame(Path named, Path cluster) throws IOException {
        return Files.exists(named) && Files.isSameFile(named, cluster);
    }
}
