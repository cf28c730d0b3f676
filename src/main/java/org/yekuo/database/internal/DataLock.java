package org.yekuo.database.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.yekuo.database.StartRefused;
import org.yekuo.vocabulary.Text;

/** Keeps a data directory for one program. The operating system frees it when the program dies, however it dies. */
final class DataLock implements AutoCloseable {

    /** The locked byte lies behind the process id, so that the id stays readable where locks are mandatory. */
    private static final long LOCKED_BYTE = 1L << 20;

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock take(Path dataDir) throws IOException {
        var file = dataDir.resolve("lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw refused(dataDir, readHolder(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
            return new DataLock(channel);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String readHolder(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
    }

    private static StartRefused refused(Path dataDir, String holder) {
        return new StartRefused("database.data-dir-in-use", new Text(
                "另一个业扩程序正在使用数据目录 %s（进程号 %s）：请先停止它，或者用 yekuo.data-dir 另选一个目录。".formatted(dataDir, holder),
                "Another Yekuo runs on these data in %s (process id %s): stop it, or choose another yekuo.data-dir.".formatted(dataDir, holder)));
    }
}
