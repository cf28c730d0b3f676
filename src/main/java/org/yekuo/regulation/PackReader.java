package org.yekuo.regulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yekuo.regulation.internal.PackChecking;
import org.yekuo.vocabulary.YekuoException;

/** Reads a pack from a folder a clerk can edit, checks it whole, and refuses it with every fault named. */
public final class PackReader {

    private PackReader() {}

    /**
     * The pack in {@code folder}; those it includes stand in the folders beside it.
     *
     * @throws BrokenPack with all faults, when the pack can't be used
     */
    public static Pack read(Path folder) {
        return PackChecking.check(folder.getFileName().toString(), files(folder), id -> beside(folder.resolveSibling("."), id)).pack();
    }

    private static SortedMap<String, byte[]> files(Path folder) {
        var files = new TreeMap<String, byte[]>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new YekuoException("regulation.unreadable-pack", "The regulation pack in " + folder + " can't be read.", e);
        }
        return files;
    }

    /**
     * The pack that consists of {@code files}, by their names relative to its folder; those it includes stand in folders of {@code library}.
     *
     * @throws BrokenPack with all faults, when the pack can't be used
     */
    public static Pack read(String name, SortedMap<String, byte[]> files, Path library) {
        return PackChecking.check(name, files, id -> beside(library, id)).pack();
    }

    private static Optional<SortedMap<String, byte[]>> beside(Path library, String id) {
        var other = library.resolve(id);
        return id.matches("[a-z0-9-]+") && Files.isDirectory(other) ? Optional.of(files(other)) : Optional.empty();
    }
}
