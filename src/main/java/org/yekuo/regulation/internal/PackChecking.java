package org.yekuo.regulation.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import org.yekuo.regulation.BrokenPack;

/** From files to a checked pack. */
public final class PackChecking {

    private PackChecking() {}

    /** The pack of these files, or {@link BrokenPack} with everything that is wrong with them. */
    public static ParsedPack check(String name, SortedMap<String, byte[]> files) {
        var faults = new Faults();
        var parsed = new PackParser(files, faults).parse(hash(files));
        if (!parsed.pack().id().equals(name)) {
            faults.add("pack.yaml", null, "has the id " + parsed.pack().id() + ", but its folder is called " + name + ".");
        }
        PackValidator.validate(parsed, faults);
        if (faults.any()) {
            throw new BrokenPack(name, faults.all());
        }
        return parsed;
    }

    /** SHA-256 over the sorted names and contents, each with its length before it, so that no two packs share a text. */
    public static String hash(SortedMap<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((file, content) -> {
                var name = file.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(8).putInt(name.length).putInt(content.length).array());
                digest.update(name);
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
