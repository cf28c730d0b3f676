package org.yekuo.bench.http;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yekuo.bench.Program;

/** The other process, as the measuring one sees it. */
public final class Server implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter asks;
    private final Path log;
    private final String[] ready;

    private Server(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.answers = process.inputReader();
        this.asks = process.outputWriter();
        this.ready = answer("ready").split(" ");
    }

    /** Starts the program on data that are there, with a heap of its own ({@code 1g}); what it logs is kept beside the data. */
    public static Server start(Path dataDir, String heap, String... more) throws IOException {
        var log = dataDir.resolveSibling(dataDir.getFileName() + ".log");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap, "-XX:+UseG1GC",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Serving.class.getName(), dataDir.toString()));
        command.addAll(List.of(more));
        return new Server(new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    /** What is no answer is the machine's own, as a warning of its options. */
    private String answer(String word) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(word + " ")) {
                return line;
            }
        }
        throw new IllegalStateException("The program ended; its log is " + log + ".");
    }

    public int port() {
        return Integer.parseInt(ready[1]);
    }

    public Program.Database database() {
        return new Program.Database(ready[2], ready[3], ready[4]);
    }

    /** Megabytes alive after a collection. */
    public long heapMegabytes() throws IOException {
        return asked("heap");
    }

    /** Megabytes left after any collection since this was last asked, at the most: what lives and what is not yet known to be dead; 0 when there was none. */
    public long mostMegabytes() throws IOException {
        return asked("most");
    }

    private long asked(String word) throws IOException {
        asks.write(word + "\n");
        asks.flush();
        return Long.parseLong(answer(word).split(" ")[1]) >> 20;
    }

    /** Megabytes the process holds; 0 where the system does not say. */
    public long residentMegabytes() throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).sum() : 0;
    }

    public long openFiles() throws IOException {
        var files = Path.of("/proc", String.valueOf(process.pid()), "fd");
        if (!Files.exists(files)) {
            return 0;
        }
        try (var all = Files.list(files)) {
            return all.count();
        }
    }

    /** Lines of its log that are warnings or worse. */
    public List<String> complaints() throws IOException {
        return Files.exists(log) ? Files.readAllLines(log).stream().filter(line -> line.contains(" WARN ") || line.contains(" ERROR ")).toList() : List.of();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        asks.write("stop\n");
        asks.flush();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
