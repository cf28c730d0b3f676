package org.yekuo.regulation.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The packs that ship with the program: one folder each below {@code regulations/}. */
final class ShippedPacks {

    private static final String FOLDER = "regulations/";

    private ShippedPacks() {}

    static Map<String, SortedMap<String, byte[]>> read() throws IOException {
        var found = new TreeMap<String, SortedMap<String, byte[]>>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "**/*.*")) {
            var path = resource.getURL().getPath();
            var inside = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
            int slash = inside.indexOf('/');
            if (slash > 0) {
                try (var in = resource.getInputStream()) {
                    found.computeIfAbsent(inside.substring(0, slash), name -> new TreeMap<>()).put(inside.substring(slash + 1), in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }
}
