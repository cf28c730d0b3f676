package org.yekuo.regulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yekuo.regulation.internal.PackChecking;
import org.yekuo.vocabulary.YekuoException;

/** Reads a pack from a folder a clerk can edit, checks it whole, and refuses it with every fault named. */
public final class PackReader {

    private PackReader() {}

    /**
     * The pack in {@code folder}.
     *
     * @throws BrokenPack with all faults, when the pack can't be used
     */
    public static Pack read(Path folder) {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new YekuoException("regulation.unreadable-pack", "The regulation pack in " + folder + " can't be read.", e);
        }
        return read(folder.getFileName().toString(), files);
    }

    /**
     * The pack that consists of {@code files}, by their names relative to its folder.
     *
     * @throws BrokenPack with all faults, when the pack can't be used
     */
    public static Pack read(String name, SortedMap<String, byte[]> files) {
        return PackChecking.check(name, files).pack();
    }
}
