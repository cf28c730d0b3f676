package org.yekuo.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ExportingTest {

    private static final Exporting.Rows ROWS = row -> {
        row.accept(List.of("=1+1", LocalDate.of(2008, 5, 16), 12, "说\"什么\""));
        row.accept(Arrays.asList("@x", null, -3, "-2"));
    };

    private static MockHttpServletResponse sent(Exporting.Format format, Exporting.Rows rows) throws IOException {
        var response = new MockHttpServletResponse();
        Exporting.send(response, "list", format, List.of("名称", "日期", "数", "备注"), rows);
        return response;
    }

    private static String part(byte[] workbook, String name) throws IOException {
        // As spreadsheets do: by the directory at its end, for the sizes are not yet known where a part begins.
        var file = Files.createTempFile("list", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile()); var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void a_csv_guards_what_looks_like_a_formula_and_leaves_figures_alone() throws IOException {
        assertThat(sent(Exporting.Format.csv, ROWS).getContentAsString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF\"名称\",\"日期\",\"数\",\"备注\"\r\n"
                + "\"'=1+1\",\"2008-05-16\",\"12\",\"说\"\"什么\"\"\"\r\n\"'@x\",\"\",\"-3\",\"'-2\"\r\n");
    }

    @Test
    void a_workbook_has_texts_as_texts_days_as_days_figures_as_figures_and_no_formula() throws IOException {
        var response = sent(Exporting.Format.xlsx, ROWS);
        assertThat(response.getHeader("Content-Disposition")).contains("list.xlsx");
        var sheet = part(response.getContentAsByteArray(), "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("=1+1").contains("@x").contains("<v>12</v>").contains("<v>39584").doesNotContain("<f>");
        assertThat(sheet.split("<row ")).as("head and two rows").hasSize(4);
    }

    @Test
    void many_rows_all_arrive() throws IOException {
        var sheet = part(sent(Exporting.Format.xlsx, row -> {
            for (int i = 0; i < 1203; i++) {
                row.accept(List.of("R" + i, LocalDate.of(2008, 5, 16), i, ""));
            }
        }).getContentAsByteArray(), "xl/worksheets/sheet1.xml");
        assertThat(sheet.split("<row ")).hasSize(1205);
        assertThat(sheet).contains("R0<").contains("R1202<");
    }
}
