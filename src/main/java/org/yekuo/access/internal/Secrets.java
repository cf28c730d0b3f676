package org.yekuo.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yekuo.vocabulary.YekuoException;

/**
 * The one secret of an installation, and the keys drawn from it. Production takes it from the environment ({@code YEKUO_SECRETS_MASTER_KEY},
 * 32 random bytes in base64) and does not start without; a drill makes its own once and keeps it beside its data.
 */
@Component
public class Secrets {

    private static final int BYTES = 32;

    /** Of 32 random bytes fewer different ones than this never come; of a typed word they do. */
    private static final int FEWEST_DIFFERENT = 16;

    private final byte[] master;

    Secrets(@Value("${yekuo.mode:drill}") String mode, @Value("${yekuo.secrets.master-key:}") String given, @Value("${yekuo.data-dir:./data}") Path dataDir) {
        if (!given.isBlank()) {
            this.master = checked(given);
        } else if (mode.equals("drill")) {
            this.master = kept(dataDir);
        } else {
            throw new YekuoException("access.no-master-key", "缺少主密钥：请用环境变量 YEKUO_SECRETS_MASTER_KEY 给出 32 个随机字节（base64）。"
                    + " / The master key is missing: give 32 random bytes in base64 as YEKUO_SECRETS_MASTER_KEY.");
        }
    }

    /** The key for one purpose; keys of different purposes tell nothing of each other. */
    public SecretKey key(String purpose, String algorithm) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(("yekuo:" + purpose).getBytes(StandardCharsets.UTF_8)), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] checked(String given) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(given.strip());
        } catch (IllegalArgumentException e) {
            key = new byte[0];
        }
        var different = new HashSet<Byte>();
        for (byte b : key) {
            different.add(b);
        }
        if (key.length != BYTES || different.size() < FEWEST_DIFFERENT) {
            throw new YekuoException("access.weak-master-key", "主密钥不合格：应为 32 个随机字节的 base64。 / The master key is weak: it has to be 32 random bytes in base64.");
        }
        return key;
    }

    private static byte[] kept(Path dataDir) {
        var folder = dataDir.resolve("secrets");
        var file = folder.resolve("master-key");
        try {
            Files.createDirectories(dataDir);
            if (!Files.exists(file)) {
                var fresh = new byte[BYTES];
                new SecureRandom().nextBytes(fresh);
                create(folder, file, Base64.getEncoder().encode(fresh));
            }
            return checked(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key gets its name only when it is whole and on the disk: a start that is killed, or a second one, never finds half of it. */
    private static void create(Path folder, Path file, byte[] content) throws IOException {
        var draft = draftIn(folder);
        try {
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            name(draft, file);
        } catch (FileAlreadyExistsException raced) {
            // Another start made it first; its key is as good.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path draftIn(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "master-key", ".draft");
        }
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.createTempFile(folder, "master-key", ".draft", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** A link fails when the name is taken; a move could replace what another start has just read. */
    private static void name(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            Files.move(draft, file);
        }
    }
}
