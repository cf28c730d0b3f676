package org.yekuo.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.stereotype.Component;
import org.yekuo.access.ClearFile;
import org.yekuo.document.FileKind;
import org.yekuo.document.internal.Sealing.Sealed;

/** Looks into a file that has come in whole and encrypted, before it is kept. Drawings are not opened. */
@Component
class Inspection {

    /** An office file of 50 MB holds no more than this, and no more than so many parts; packed a hundredfold it is a bomb. */
    private static final long LARGEST_UNPACKED = 512L * 1024 * 1024;
    private static final long HARMLESS = 16L * 1024 * 1024;
    private static final int MOST_PARTS = 20_000;
    private static final long DENSEST = 100;

    /** A PDF takes memory while it is looked at. */
    private final FewAtOnce inspecting = new FewAtOnce(4);

    /** The rule a file breaks, or empty. */
    Optional<String> fault(FileKind kind, Sealed file) throws IOException {
        return switch (kind) {
            case PDF -> {
                try (var place = inspecting.take(); var clear = file.open()) {
                    yield PdfInspection.fault(clear);
                }
            }
            case JPEG, PNG -> {
                try (var clear = file.open()) {
                    yield Pictures.isReadable(new ClearStream(clear)) ? Optional.empty() : Optional.of("document.picture-broken");
                }
            }
            case DOCX, XLSX -> {
                try (var clear = file.open()) {
                    yield office(clear, file.size());
                }
            }
            case DWG, DXF -> Optional.empty();
        };
    }

    /** Unpacks to nowhere, counting; a macro in it is a program nobody asked for. */
    private static Optional<String> office(ClearFile clear, long size) throws IOException {
        long unpacked = 0;
        int parts = 0;
        boolean typed = false;
        var buffer = new byte[64 * 1024];
        try (var zip = new ZipInputStream(new ClearStream(clear))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                typed |= part.getName().equals("[Content_Types].xml");
                if (part.getName().toLowerCase(java.util.Locale.ROOT).endsWith("vbaproject.bin")) {
                    return Optional.of("document.office-macro");
                }
                if (++parts > MOST_PARTS) {
                    return Optional.of("document.zip-bomb");
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > LARGEST_UNPACKED || unpacked > HARMLESS && unpacked / DENSEST > size) {
                        return Optional.of("document.zip-bomb");
                    }
                }
            }
        } catch (ZipException | java.io.EOFException | IllegalArgumentException broken) {
            return Optional.of("document.file-broken");
        }
        return typed ? Optional.empty() : Optional.of("document.file-broken");
    }

    /** A clear file from its beginning to its end. */
    static final class ClearStream extends InputStream {

        private final ClearFile file;
        private long position;

        ClearStream(ClearFile file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = length == 0 ? 0 : file.read(position, to, offset, length);
            position += Math.max(read, 0);
            return read;
        }
    }
}
