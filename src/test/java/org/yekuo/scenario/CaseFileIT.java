package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.ArchiveVerifier;

/** The file of a case goes out whole, and whoever has it can tell whether it still is, without the program. */
class CaseFileIT extends Day {

    @TempDir
    private Path folder;
    @Autowired
    private JdbcClient jdbc;

    private Path exported() throws IOException {
        office.day("2008-06-23");
        var form = walk.resident();
        var scan = office.upload("cf.kf1", "scan for the file");
        form.put("documents", List.of(Map.of("type", "PROPERTY_CERT", "original", true, "fileId", scan, "number", "房字1"), Map.of("type", "OWNER_ID", "original", true)));
        walk.apply(form);
        var zip = folder.resolve("file.zip");
        Files.write(zip, office.download("cf.jl1", "/cases/" + walk.no + "/archive"));
        return zip;
    }

    private static Map<String, byte[]> entries(Path zip) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private List<String> verify(Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        var file = folder.resolve("changed.zip");
        Files.write(file, out.toByteArray());
        return ArchiveVerifier.verify(file, "");
    }

    @Test
    void a_file_holds_every_paper_the_case_and_its_ledger_and_verifies() throws IOException {
        var zip = exported();
        var entries = entries(zip);

        assertThat(ArchiveVerifier.verify(zip, "")).isEmpty();
        assertThat(verify(entries)).as("packed anew, unchanged").isEmpty();
        assertThat(entries.keySet()).contains("case.json", "events.jsonl", "manifest.json").anyMatch(path -> path.startsWith("originals/document-01-PROPERTY_CERT-"))
                .anyMatch(path -> path.startsWith("receipts/") || path.startsWith("letters/"));
        assertThat(new String(entries.get("events.jsonl"), StandardCharsets.UTF_8)).contains("FILE_EXPORTED").contains("\"REGISTERED\"");
        var events = office.get("cf.jl1", "/cases/" + walk.no + "/events");
        assertThat(events.body().path("intact").asBoolean()).isTrue();
        assertThat(ArchiveVerifier.verify(zip, events.body().path("events").valueStream().reduce((one, other) -> other).orElseThrow().path("hash").asString())).isEmpty();
        assertThat(ArchiveVerifier.verify(zip, "0".repeat(64))).isNotEmpty();
        var index = office.get("cf.jl1", "/cases/" + walk.no + "/archive/index").body();
        assertThat(index.path("items").valueStream().filter(item -> item.path("kind").asString().equals("PROPERTY_CERT")).findFirst().orElseThrow().path("sha256").asString())
                .hasSize(64);
        assertThat(index.path("missing").size()).isPositive();
    }

    @Test
    void whatever_is_changed_is_found() throws IOException {
        var entries = entries(exported());
        for (var path : entries.keySet()) {
            for (int at : List.of(0, entries.get(path).length / 2, entries.get(path).length - 1)) {
                var changed = new LinkedHashMap<>(entries);
                changed.put(path, entries.get(path).clone());
                changed.get(path)[at] ^= 1;
                assertThat(verify(changed)).as(path + " byte " + at).isNotEmpty();
            }
            var without = new LinkedHashMap<>(entries);
            without.remove(path);
            assertThat(verify(without)).as("without " + path).isNotEmpty();
        }
        var more = new LinkedHashMap<>(entries);
        more.put("originals/more.pdf", new byte[] {1});
        assertThat(verify(more)).isNotEmpty();
        var renamed = new LinkedHashMap<>(entries);
        renamed.put("renamed.json", renamed.remove("case.json"));
        assertThat(verify(renamed)).hasSize(2);
    }

    @Test
    void an_entry_of_the_ledger_taken_out_swapped_or_rewritten_is_found_even_with_a_new_manifest() throws IOException {
        var entries = entries(exported());
        var lines = new String(entries.get("events.jsonl"), StandardCharsets.UTF_8).lines().toList();
        var swapped = new ArrayList<>(lines);
        java.util.Collections.swap(swapped, 0, 1);
        for (var events : List.of(lines.subList(0, lines.size() - 1), lines.subList(1, lines.size()), swapped, lines.stream().map(line -> line.replace("REGISTERED", "REGISTRATED")).toList())) {
            var changed = new LinkedHashMap<>(entries);
            put(changed, "events.jsonl", (String.join("\n", events) + "\n").getBytes(StandardCharsets.UTF_8));
            assertThat(verify(changed)).isNotEmpty().noneMatch(fault -> fault.contains("内容已变"));
        }
        var forged = new LinkedHashMap<>(entries);
        put(forged, "case.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(verify(forged)).as("the ledger remembers what was exported").singleElement().asString().contains("台账所记");
    }

    /** Changes an entry and puts its new hash and size into the manifest, as a forger would. */
    private static void put(Map<String, byte[]> entries, String path, byte[] content) {
        var manifest = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);
        manifest = manifest.replace(hash(entries.get(path)), hash(content)).replaceAll("(\"path\" : \"" + path + "\",\\s*\"sha256\" : \"[0-9a-f]+\",\\s*\"size\" : )\\d+", "$1" + content.length);
        entries.put(path, content);
        entries.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] content) {
        try {
            return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void a_file_that_is_lost_and_one_in_quarantine_are_named_with_a_sentence_and_the_rest_is_whole() throws IOException {
        office.day("2008-06-23");
        var form = walk.resident();
        var lost = office.upload("cf.kf1", "lost " + System.nanoTime());
        var waiting = office.upload("cf.kf1", "waiting " + System.nanoTime());
        form.put("documents", List.of(Map.of("type", "PROPERTY_CERT", "original", true, "fileId", lost, "number", "房字2"), Map.of("type", "OWNER_ID", "original", true, "fileId", waiting)));
        walk.apply(form).mustSucceed();
        jdbc.sql("update stored_file set address = 'nowhere' where file_id = ?").param(lost).update();
        jdbc.sql("update stored_file set scan = 'WAITING' where file_id = ?").param(waiting).update();
        try {
            var zip = folder.resolve("file.zip");
            Files.write(zip, office.download("cf.jl1", "/cases/" + walk.no + "/archive"));
            assertThat(ArchiveVerifier.verify(zip, "")).as("whole, of what there is").isEmpty();
            var entries = entries(zip);
            assertThat(entries.keySet()).noneMatch(path -> path.startsWith("originals/"));
            var unreadable = new tools.jackson.databind.json.JsonMapper().readTree(entries.get("case.json")).path("unreadable").valueStream().toList();
            assertThat(unreadable).extracting(one -> one.path("item").path("fileId").asString()).containsExactlyInAnyOrder(lost, waiting);
            assertThat(unreadable).extracting(one -> one.path("why").path("zh").asString()).anyMatch(why -> why.contains("内容已丢失")).anyMatch(why -> why.contains("隔离"));
        } finally {
            jdbc.sql("update stored_file set scan = 'OFF' where file_id = ?").param(waiting).update();
        }
    }

    @Test
    void two_exports_at_once_are_both_whole_and_both_in_the_ledger() throws Exception {
        exported();
        try (var at = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            java.util.concurrent.Callable<byte[]> export = () -> office.download("cf.jl1", "/cases/" + walk.no + "/archive");
            var both = at.invokeAll(List.of(export, export));
            for (int i = 0; i < 2; i++) {
                var zip = folder.resolve("at-once-" + i + ".zip");
                Files.write(zip, both.get(i).get());
                assertThat(ArchiveVerifier.verify(zip, "")).isEmpty();
            }
        }
        assertThat(walk.get("/events").path("events").valueStream().filter(event -> event.path("kind").asString().equals("FILE_EXPORTED"))).hasSize(3);
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void who_may_log_no_contact_is_shown_no_number_and_another_county_finds_no_case() throws IOException {
        exported();
        for (var one : Map.of("cf.jl1", 200, "cf.cb1", 403, "fd.jl1", 404).entrySet()) {
            var desk = new Browsing(port);
            desk.post("/sign-in", "/sign-in", Map.of("login", one.getKey(), "password", org.yekuo.drill.SampleAccounts.PASSWORD));
            assertThat(desk.get("/work/cases/" + walk.no + "/call").statusCode()).as(one.getKey()).isEqualTo(one.getValue());
        }
    }

    @Test
    void only_who_may_takes_a_file_away_and_a_file_of_another_unit_is_not_there() throws IOException {
        exported();
        var path = "/cases/" + walk.no + "/archive";

        assertThat(office.get("cf.kc1", path).status()).as("a surveyor").isEqualTo(403);
        assertThat(office.get("fd.jl1", path).status()).as("another county").isEqualTo(404);
        assertThat(office.get("fd.jl1", path + "/index").status()).isEqualTo(404);
    }
}
