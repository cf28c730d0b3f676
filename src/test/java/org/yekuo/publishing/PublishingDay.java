package org.yekuo.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.test.context.TestPropertySource;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Office.Reply;

/** A day in which rules change: in a program and a database of its own, for every other test counts by the rules as they shipped. */
@TestPropertySource(properties = "yekuo.test=publishing")
public abstract class PublishingDay extends Day {

    /** 林英 of the province's marketing department, and 杜娜, its administrator. */
    static final String FIRST = "sheng.yx1";
    static final String SECOND = "sheng.gl1";

    /** The shipped pack with other words in it, by file. */
    static SortedMap<String, String> pack(String id, Map<String, Map<String, String>> edits) {
        return pack("anhui-2008", id, edits);
    }

    public static SortedMap<String, String> pack(String shipped, String id, Map<String, Map<String, String>> edits) {
        var folder = Path.of("src/main/resources/regulations", shipped);
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        edit(files, "pack.yaml", "id: " + shipped, "id: " + id);
        edits.forEach((file, words) -> words.forEach((was, becomes) -> edit(files, file, was, becomes)));
        return files;
    }

    private static void edit(Map<String, String> files, String file, String was, String becomes) {
        if (!files.get(file).contains(was)) {
            throw new AssertionError(file + " does not say: " + was);
        }
        files.put(file, files.get(file).replace(was, becomes));
    }

    public static byte[] zip(String folder, Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Reply upload(String login, Map<String, String> files) {
        return office.upload(login, "/regulations/drafts", "application/zip", zip("", files));
    }

    Reply decide(String login, String path, String decision, long proposal) {
        return office.post(login, path + "/" + decision, Map.of("proposal", proposal));
    }

    static List<String> texts(tools.jackson.databind.JsonNode list, String field) {
        return list.valueStream().map(entry -> entry.path(field).asString("")).toList();
    }
}
