package org.yekuo.bench.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.yekuo.bench.Program;

/** The program in a process of its own; it says where it is, and on request how much memory it needs. */
final class Serving {

    private Serving() {}

    public static void main(String[] arguments) throws IOException {
        try (var program = Program.on(Path.of(arguments[0]), Stream.of(arguments).skip(1).toArray(String[]::new));
                var asked = new BufferedReader(new InputStreamReader(System.in))) {
            var database = program.database();
            System.out.println("ready " + program.port() + " " + database.url() + " " + database.owner() + " " + database.password());
            for (var line = asked.readLine(); line != null && !line.equals("stop"); line = asked.readLine()) {
                System.gc();
                System.out.println("heap " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }
        System.exit(0);
    }
}
