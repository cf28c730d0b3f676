package org.yekuo.publishing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yekuo.vocabulary.Answer;

/** What is taken for a pack's files, and what is not. */
class PackUploadTest {

    private static List<String> rules(Answer<PackUpload.Files> answer) {
        return answer instanceof Answer.Refused<PackUpload.Files>(var refusal) ? refusal.violations().stream().map(violation -> violation.rule()).toList() : List.of();
    }

    private static byte[] zeros(int files, int bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < files; i++) {
                zip.putNextEntry(new ZipEntry("disclosure/page" + i + ".md"));
                zip.write(" ".repeat(bytes).getBytes());
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../pack.yaml", "a/../../pack.yaml", "/etc/passwd", "C:\\pack.yaml", "a\\b.yaml", "a//b.yaml", ".hidden", "a/./b", "a/b/c/d/e.yaml", "", "名.yaml"})
    void a_name_that_leads_elsewhere_is_refused(String path) {
        assertThat(rules(PackUpload.files(List.of(Map.entry(path, "x"))))).containsExactly("publishing.bad-path");
    }

    @Test
    void a_small_zip_that_unpacks_to_much_is_refused_before_it_is_unpacked() throws IOException {
        var bomb = zeros(50, 900_000);
        assertThat(bomb.length).isLessThan(200_000);
        assertThat(rules(PackUpload.zip(bomb))).containsExactly("publishing.too-large-unpacked");
        assertThat(rules(PackUpload.zip(zeros(1, 30_000_000)))).containsExactly("publishing.file-too-large");
    }

    @Test
    void a_zip_that_breaks_off_is_refused() throws IOException {
        var whole = zeros(3, 1000);
        assertThat(rules(PackUpload.zip(java.util.Arrays.copyOf(whole, 60)))).containsExactly("publishing.not-a-zip");
        assertThat(rules(PackUpload.zip(new byte[0]))).containsExactly("publishing.not-a-zip");
    }

    @Test
    void the_pack_is_named_by_its_own_file_and_a_folder_around_it_is_taken_off() {
        var answer = PackUpload.files(List.of(Map.entry("folder/pack.yaml", "# first\nid: anhui-new # so\n"), Map.entry("folder/limits.yaml", "[]")));
        assertThat(answer).isInstanceOfSatisfying(Answer.Done.class, done -> {
            var files = (PackUpload.Files) done.value();
            assertThat(files.name()).isEqualTo("anhui-new");
            assertThat(files.files()).containsOnlyKeys("pack.yaml", "limits.yaml");
        });
        assertThat(rules(PackUpload.files(List.of(Map.entry("pack.yaml", "id: Anhui Neu"))))).containsExactly("publishing.bad-name");
        assertThat(rules(PackUpload.files(List.of(Map.entry("pack.yaml", "id: drafts"))))).containsExactly("publishing.bad-name");
    }
}
