package org.yekuo.bench.worklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.yekuo.bench.Conditions;
import org.yekuo.bench.Options;
import org.yekuo.bench.Report;
import org.yekuo.bench.http.Browser;
import org.yekuo.bench.http.Load;
import org.yekuo.bench.http.Server;
import org.yekuo.bench.worklist.Province.Person;

/** Lists sent as CSV and XLSX, short and long ones, on the data of the worklist; what came is counted afterwards. */
public final class ExportBench {

    private final Options options;
    private final Report report = new Report("export");

    public ExportBench(Options options) {
        this.options = options;
    }

    public void run() throws Exception {
        var dataDir = Path.of(options.text("data-dir", "data/bench-worklist"));
        WorklistBench.prepare(dataDir, options.and("keep", "true"), report);
        try (var server = Server.start(dataDir, options.text("server-heap", "512m"))) {
            try (var connection = server.database().connect()) {
                report.conditions(Conditions.of(connection));
            }
            var province = new Province(server.database());
            province.people();
            report.condition("size", province.sizes());
            report.condition("heap of the program", options.text("server-heap", "512m"));
            var table = report.table("One at a time", "list", "format", "rows", "seconds", "rows/s", "MB", "most left by a collection, MB", "heap afterwards, MB", "process, MB");
            // The first of each is not counted.
            for (var format : new String[] {"csv", "xlsx"}) {
                sent(server, new Report.Table("", ""), "", Person.CLERK, "/work/list", format, "view=team");
            }
            for (var format : new String[] {"csv", "xlsx"}) {
                sent(server, table, "worklist of one role in a county", Person.CLERK, "/work/list", format, "view=team");
                sent(server, table, "worklist of all roles in a county and its city", Person.WIDE, "/work/list", format, "view=team");
                sent(server, table, "worklist of all roles in all units", Person.EVERYWHERE, "/work/list", format, "view=" + options.text("longest", "team"));
                sent(server, table, "all open cases of the province", Person.PROVINCE, "/work/risk", format, "show=open");
            }
            report.condition("warnings and errors the program logged", server.complaints().size());
        }
        report.publish(options.is("write"));
    }

    private void sent(Server server, Report.Table table, String list, Person person, String path, String format, String query) throws Exception {
        var file = Files.createTempFile("yekuo-bench", "." + format);
        try {
            server.heapMegabytes();
            server.mostMegabytes();
            var browser = new Browser(server.port()).session(person.token());
            long begins = System.nanoTime();
            browser.download(path + "." + format + "?" + query, format.equals("csv") ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file);
            double seconds = (System.nanoTime() - begins) / 1e9;
            long most = server.mostMegabytes();
            long rows = (format.equals("csv") ? lines(file) : sheetRows(file)) - 1;
            System.out.printf("%s, %s: %d rows in %.1f s%n", list, format, rows, seconds);
            table.row(list, format, rows, seconds, rows / seconds, Files.size(file) / 1e6, most, server.heapMegabytes(), server.residentMegabytes());
        } catch (Load.Fault | IOException broken) {
            report.note(list + ", " + format + ": " + broken.getMessage());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static long sheetRows(Path file) throws IOException, XMLStreamException {
        try (var book = new ZipFile(file.toFile())) {
            long rows = 0;
            for (var sheet : book.stream().filter(entry -> entry.getName().startsWith("xl/worksheets/sheet")).toList()) {
                try (var in = book.getInputStream(sheet)) {
                    var xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
                    while (xml.hasNext()) {
                        rows += xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row") ? 1 : 0;
                    }
                }
            }
            return rows;
        }
    }
}
