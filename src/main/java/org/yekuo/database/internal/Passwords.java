package org.yekuo.database.internal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.yekuo.database.StartRefused;
import org.yekuo.vocabulary.Text;

/** The random passwords of the embedded server's roles, kept beside the data in a file that only the program's user may read. */
record Passwords(String superuser, String owner, String app) {

    private static final String FILE = "database-passwords";

    static Passwords create(Path dataDir) throws IOException {
        var passwords = new Passwords(random(), random(), random());
        writePrivately(dataDir.resolve(FILE), """
                superuser=%s
                owner=%s
                app=%s
                """.formatted(passwords.superuser, passwords.owner, passwords.app));
        return passwords;
    }

    static Passwords read(Path dataDir) throws IOException {
        var file = dataDir.resolve(FILE);
        if (!Files.exists(file)) {
            throw new StartRefused("database.passwords-missing", new Text(
                    "数据目录里有数据库，但没有它的口令文件 %s：请从备份恢复该文件后再启动。".formatted(file),
                    "The data directory holds a database, but the file %s with its passwords is missing: restore it from a backup and start again.".formatted(file)));
        }
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        return new Passwords(lines.getProperty("superuser", ""), lines.getProperty("owner", ""), lines.getProperty("app", ""));
    }

    /** Writes a new file that nobody else can read, not even for a moment. */
    static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Files.createFile(file, posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0]);
        Files.writeString(file, text);
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Passwords[hidden]";
    }
}
