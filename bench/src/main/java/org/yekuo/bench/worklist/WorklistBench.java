package org.yekuo.bench.worklist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.yekuo.bench.Conditions;
import org.yekuo.bench.Options;
import org.yekuo.bench.Program;
import org.yekuo.bench.Report;
import org.yekuo.bench.engine.StoppedCases;
import org.yekuo.bench.engine.TaskList;
import org.yekuo.bench.http.Browser;
import org.yekuo.bench.http.Load;
import org.yekuo.bench.http.Server;
import org.yekuo.bench.worklist.Province.Person;

/** The home page, its tabs, searches and far pages, asked for through HTTP by one, fifty and five hundred at once. */
public final class WorklistBench {

    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*cursor=[^\"]+)\"");

    /** Stands on the page of a list, also of an empty one, and on no other. */
    private static final String PAGE = "id=\"list\"";

    /** How many rows the tab that is open says it has. */
    private static final Pattern TOTAL = Pattern.compile("aria-current=\"page\"[^>]*>\\s*<span[^>]*>[^<]*</span>\\s*<span class=\"count\">(\\d+)");

    private final Options options;
    private final Report report = new Report("worklist");
    private final Path dataDir;

    public WorklistBench(Options options) {
        this.options = options;
        this.dataDir = Path.of(options.text("data-dir", "data/bench-worklist"));
    }

    public void run() throws Exception {
        prepare(dataDir, options, report);
        try (var server = Server.start(dataDir, options.text("server-heap", "1g"), "--yekuo.database.pool-size=" + options.number("pool", 20))) {
            try (var connection = server.database().connect()) {
                report.conditions(Conditions.of(connection));
            }
            report.condition("size", new Province(server.database()).sizes());
            // Whoever was signed in when the data were made has been idle since.
            new Province(server.database()).people();
            report.condition("heap of the program", options.text("server-heap", "1g"));
            var pages = pages(server);
            var length = options.time("for", "20s");
            found(server, pages);
            warmUp(server, pages, options.time("warm-up", "20s"));
            for (int users : options.numbers("users", "1,50,500")) {
                measured(server, pages, users, length);
            }
            memory(server);
            if (options.number("flowable-tasks", 500_000) > 0) {
                flowable(server.database());
            }
            report.condition("warnings and errors the program logged", server.complaints().size());
        }
        report.publish(options.is("write"));
    }

    /** Makes the province unless {@code --keep} and it is there. */
    public static void prepare(Path dataDir, Options options, Report report) throws Exception {
        if (options.is("keep") && Files.exists(dataDir.resolve("pg"))) {
            return;
        }
        try (var program = Program.fresh(dataDir)) {
            StoppedCases.carry(program, 1, options.number("stops", 8), 3);
            var province = new Province(program.database());
            province.people();
            var took = province.fill(options.number("cases", 1_000_000), options.number("events", 10));
            report.condition("filled in", took.toSeconds() + " s, by multiplying cases the program carried itself to each of its stops");
        }
    }

    /** What is asked for: a name, who asks, and the path. */
    private Map<String, Map.Entry<Person, String>> pages(Server server) throws java.sql.SQLException {
        var pages = new LinkedHashMap<String, Map.Entry<Person, String>>();
        for (var person : Person.values()) {
            pages.put(person.name().toLowerCase(java.util.Locale.ROOT) + ": home page", Map.entry(person, "/work"));
        }
        for (var view : options.text("views", "team,overdue,waiting,suspended").split(",")) {
            pages.put("clerk: " + view, Map.entry(Person.CLERK, "/work?view=" + view));
            pages.put("wide: " + view, Map.entry(Person.WIDE, "/work?view=" + view));
        }
        pages.put("wide: search a name", Map.entry(Person.WIDE, "/work?view=team&q=" + Browser.coded("陶明远")));
        pages.put("wide: search a road", Map.entry(Person.WIDE, "/work?view=team&q=" + Browser.coded("幸福路")));
        pages.put("wide: search two characters nobody has", Map.entry(Person.WIDE, "/work?view=team&q=" + Browser.coded("龘龘")));
        pages.put("wide: search by telephone", Map.entry(Person.WIDE, "/work?view=team&q=1234"));
        pages.put("wide: search by number", Map.entry(Person.WIDE, "/work?view=team&q=" + anyCase(server)));
        pages.put("wide: page %d".formatted(options.number("deep", 40)), Map.entry(Person.WIDE, deep(server, "/work?view=team", options.number("deep", 40))));
        return pages;
    }

    private static String anyCase(Server server) throws java.sql.SQLException {
        return "%014d".formatted(server.database().number("select min(case_no)::bigint from connection_case where handled_by = '340302'"));
    }

    /** The address of a page so far down, found as a person finds it: by the link to the next. */
    private static String deep(Server server, String path, int pages) {
        var browser = new Browser(server.port()).session(Person.WIDE.token());
        var here = path;
        for (int i = 1; i < pages; i++) {
            var next = NEXT.matcher(browser.page(here, PAGE));
            if (!next.find()) {
                return here;
            }
            here = next.group(1).replace("&amp;", "&");
        }
        return here;
    }

    /** What the pages show: a list that found nothing would be fast. */
    private void found(Server server, Map<String, Map.Entry<Person, String>> pages) {
        var table = report.table("What is asked for", "page", "rows the list counts", "rows on the page", "KB");
        pages.forEach((name, page) -> {
            var body = new Browser(server.port()).session(page.getKey().token()).page(page.getValue(), PAGE);
            var total = TOTAL.matcher(body);
            table.row(name, total.find() ? Long.parseLong(total.group(1)) : "?", body.split("<td class=\"due\"", -1).length - 1, body.length() >> 10);
        });
    }

    private void warmUp(Server server, Map<String, Map.Entry<Person, String>> pages, Duration length) throws Exception {
        var all = pages.values().stream().toList();
        Load.of(4, length, user -> {
            var browsers = new LinkedHashMap<Person, Browser>();
            return () -> {
                var page = all.get(ThreadLocalRandom.current().nextInt(all.size()));
                browsers.computeIfAbsent(page.getKey(), person -> new Browser(server.port()).session(person.token())).page(page.getValue(), PAGE);
            };
        });
    }

    private void measured(Server server, Map<String, Map.Entry<Person, String>> pages, int users, Duration length) throws Exception {
        var table = report.table(users + (users == 1 ? " user" : " users at once"), Load.COLUMNS);
        for (var page : pages.entrySet()) {
            var load = Load.of(users, length, user -> {
                var browser = new Browser(server.port()).session(page.getValue().getKey().token());
                return () -> browser.page(page.getValue().getValue(), PAGE);
            });
            load.row(report, table, page.getKey());
        }
    }

    private void memory(Server server) throws java.io.IOException {
        var table = report.table("Memory, MB", "", "heap after a collection", "held by the process");
        table.row("program", server.heapMegabytes(), server.residentMegabytes());
        System.gc();
        table.row("load", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20, "");
    }

    private void flowable(Program.Database database) throws java.sql.SQLException {
        int tasks = options.number("flowable-tasks", 500_000);
        var table = report.table("Flowable's task query, %d tasks in 1 404 groups: first page and count, without HTTP and page".formatted(tasks), "groups", "p50 ms", "p95 ms", "p99 ms");
        try (var list = new TaskList(database)) {
            list.fill(tasks);
            for (int groups : new int[] {1, 40}) {
                list.ask(groups, 20);
                var asked = list.ask(groups, options.number("flowable-times", 200));
                table.row(groups, asked.getValueAtPercentile(50) / 1e3, asked.getValueAtPercentile(95) / 1e3, asked.getValueAtPercentile(99) / 1e3);
            }
        }
    }
}
