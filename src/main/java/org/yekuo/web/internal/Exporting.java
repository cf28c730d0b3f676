package org.yekuo.web.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.yekuo.form.PageOf;

/** A list on its way into a spreadsheet (导出): row by row, so that it may be of any length. What looks like a formula stays text. */
public final class Exporting {

    public enum Format { csv, xlsx }

    /** Where the rows come from, page by page; each row has as many cells as there are heads: texts, days, numbers, or null. */
    public interface Rows {
        void each(Consumer<List<? extends @Nullable Object>> row);
    }

    /** Rows asked for at once: the fewer pages, the less often each hat's index is begun anew. */
    public static final int AT_ONCE = PageOf.MOST;

    /** What one sheet of a workbook holds, less its head. */
    private static final int MOST_ROWS = 1_048_575;

    private static final int FLUSH_EVERY = 500;

    private Exporting() {}

    /** @param name of the file, without its ending */
    public static void send(HttpServletResponse response, String name, Format format, List<String> heads, Rows rows) throws IOException {
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + format + "\"");
        switch (format) {
            case csv -> csv(response, heads, rows);
            case xlsx -> xlsx(response, heads, rows);
        }
    }

    private static void csv(HttpServletResponse response, List<String> heads, Rows rows) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            line(out, heads);
            rows.each(row -> line(out, row));
        }
    }

    private static void line(Writer out, List<? extends @Nullable Object> cells) {
        try {
            out.write(cells.stream().map(Exporting::quoted).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String quoted(@Nullable Object cell) {
        if (cell == null) {
            return "\"\"";
        }
        var text = cell.toString();
        boolean formula = cell instanceof String && text.matches("(?s)[=+@\\t\\r\\-].*");
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    private static void xlsx(HttpServletResponse response, List<String> heads, Rows rows) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        try (var book = new Workbook(response.getOutputStream(), "Yekuo", null)) {
            var sheets = new Sheets(book, heads);
            rows.each(sheets::add);
            sheets.end();
        }
    }

    /** The sheets of a workbook, one after the other; of each only the rows not yet written are in memory. */
    private static final class Sheets {

        private final Workbook book;
        private final List<String> heads;
        private Worksheet sheet;
        private int rows;
        private int number = 1;

        Sheets(Workbook book, List<String> heads) {
            this.book = book;
            this.heads = heads;
            this.sheet = begin(book, heads, number);
        }

        private static Worksheet begin(Workbook book, List<String> heads, int number) {
            var sheet = book.newWorksheet("Yekuo " + number);
            sheet.freezePane(0, 1);
            for (int c = 0; c < heads.size(); c++) {
                sheet.width(c, 18);
                sheet.inlineString(0, c, heads.get(c));
                sheet.style(0, c).bold().set();
            }
            return sheet;
        }

        void add(List<? extends @Nullable Object> cells) {
            if (rows == MOST_ROWS) {
                end();
                rows = 0;
                sheet = begin(book, heads, ++number);
            }
            rows++;
            for (int c = 0; c < cells.size(); c++) {
                switch (cells.get(c)) {
                    case null -> { }
                    case LocalDate day -> {
                        sheet.value(rows, c, day);
                        sheet.style(rows, c).format("yyyy-mm-dd").set();
                    }
                    case Number figure -> sheet.value(rows, c, figure);
                    case Object text -> sheet.inlineString(rows, c, text.toString());
                }
            }
            if (rows % FLUSH_EVERY == 0) {
                writing(sheet::flush);
            }
        }

        void end() {
            writing(sheet::finish);
        }

        private interface Write {
            void run() throws IOException;
        }

        private static void writing(Write write) {
            try {
                write.run();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
