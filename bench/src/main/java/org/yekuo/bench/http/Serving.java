package org.yekuo.bench.http;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.yekuo.bench.Program;

/** The program in a process of its own; it says where it is, and on request how much memory it needs. What it logs goes to its error stream. */
final class Serving {

    private Serving() {}

    public static void main(String[] arguments) throws IOException {
        var answers = System.out;
        System.setOut(System.err);
        try (var program = Program.on(Path.of(arguments[0]), Stream.of(arguments).skip(1).toArray(String[]::new));
                var asked = new BufferedReader(new InputStreamReader(System.in))) {
            var most = mostAfterCollections();
            var database = program.database();
            answers.println("ready " + program.port() + " " + database.url() + " " + database.owner() + " " + database.password());
            for (var line = asked.readLine(); line != null && !line.equals("stop"); line = asked.readLine()) {
                answers.println(switch (line) {
                    case "most" -> "most " + most.getAndSet(0);
                    default -> {
                        System.gc();
                        yield "heap " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                    }
                });
            }
        }
        System.exit(0);
    }

    /** The most that was left after any collection, however small: what lives, and what is not yet known to be dead. */
    private static AtomicLong mostAfterCollections() {
        var most = new AtomicLong();
        var heaps = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((notice, nothing) -> {
                var after = GarbageCollectionNotificationInfo.from((CompositeData) notice.getUserData()).getGcInfo().getMemoryUsageAfterGc();
                long left = after.entrySet().stream().filter(pool -> heaps.contains(pool.getKey())).mapToLong(pool -> pool.getValue().getUsed()).sum();
                most.accumulateAndGet(left, Math::max);
            }, notice -> notice.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION), null);
        }
        return most;
    }
}
