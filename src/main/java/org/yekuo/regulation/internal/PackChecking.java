package org.yekuo.regulation.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.yekuo.regulation.BrokenPack;

/** From files to a checked pack. */
public final class PackChecking {

    /** Finds the files of the packs another includes. */
    public interface Library extends Function<String, Optional<SortedMap<String, byte[]>>> {}

    private PackChecking() {}

    /** The pack of these files, or {@link BrokenPack} with everything that is wrong with them. */
    public static ParsedPack check(String name, SortedMap<String, byte[]> files, Library library) {
        return read(name, files, library, true);
    }

    /** The pack of files that were checked before; only whether they can be read at all is looked at again. */
    static ParsedPack trusted(String name, SortedMap<String, byte[]> files, Library library) {
        return read(name, files, library, false);
    }

    private static ParsedPack read(String name, SortedMap<String, byte[]> files, Library library, boolean validated) {
        var faults = new Faults();
        var own = whole(new PackFiles(name, files, null), library, faults);
        var included = included(own, library, faults);
        var parsed = new PackParser(own, included, faults).parse(hash(own, included));
        if (!parsed.pack().id().equals(name)) {
            faults.add("pack.yaml", null, "has the id " + parsed.pack().id() + ", but its folder is called " + name + ".");
        }
        if (validated) {
            PackValidator.validate(parsed, faults);
        }
        if (faults.any()) {
            throw new BrokenPack(name, faults.all());
        }
        return parsed;
    }

    private static List<PackFiles> included(PackFiles own, Library library, Faults faults) {
        var included = new ArrayList<PackFiles>();
        for (var id : own.includes()) {
            library.apply(id).ifPresentOrElse(files -> included.add(whole(new PackFiles(id, files, id), library, faults)), () ->
                    faults.add("pack.yaml", "includes", "names the pack " + id + ", which is not published."));
        }
        included.stream().filter(pack -> !pack.includes().isEmpty()).forEach(pack ->
                faults.add("pack.yaml", "includes", "names the pack " + pack.name() + ", which includes others itself; only references are included."));
        return included;
    }

    /** A pack that rewords another, with what it leaves as it is there. */
    private static PackFiles whole(PackFiles pack, Library library, Faults faults) {
        var id = pack.rewords();
        if (id == null) {
            return pack;
        }
        var below = library.apply(id).map(files -> new PackFiles(id, files, id));
        if (below.isEmpty() || below.get().rewords() != null) {
            faults.add(pack.label("pack.yaml"), "rewords", "names the pack " + id + (below.isEmpty() ? ", which is not published." : ", which rewords another itself; name the first of them."));
            return pack;
        }
        return pack.over(below.get(), faults);
    }

    static String hash(String name, SortedMap<String, byte[]> files, Library library) {
        var own = whole(new PackFiles(name, files, null), library, new Faults());
        return hash(own, included(own, library, new Faults()));
    }

    private static String hash(PackFiles own, List<PackFiles> included) {
        var hash = hash(own.files());
        return included.isEmpty() ? hash : HexFormat.of().formatHex(sha256().digest((hash + included.stream()
                .map(pack -> "\n" + pack.name() + " " + hash(pack.files())).reduce("", String::concat)).getBytes(StandardCharsets.UTF_8)));
    }

    /** SHA-256 over the sorted names and contents, each with its length before it, so that no two packs share a text. */
    private static String hash(SortedMap<String, byte[]> files) {
        var digest = sha256();
        files.forEach((file, content) -> {
            var name = file.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(8).putInt(name.length).putInt(content.length).array());
            digest.update(name);
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
