package org.yekuo.document.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.tika.Tika;
import org.yekuo.document.FileKind;

/** Tells what a file is from its first bytes, and whether that is what it says it is. */
final class Sniffing {

    /** So many first bytes are looked at: the first entries of an office file, the header of everything else. */
    static final int PREFIX = 64 * 1024;

    private static final Tika TIKA = new Tika();

    private Sniffing() {}

    static Optional<FileKind> kindOf(byte[] prefix) {
        return switch (TIKA.detect(prefix)) {
            case "application/pdf" -> Optional.of(FileKind.PDF);
            case "image/jpeg" -> Optional.of(FileKind.JPEG);
            case "image/png" -> Optional.of(FileKind.PNG);
            case "image/vnd.dwg" -> Optional.of(FileKind.DWG);
            case "application/zip", "application/x-tika-ooxml" -> office(prefix);
            case String other when other.startsWith("image/vnd.dxf") -> Optional.of(FileKind.DXF);
            default -> isTextDrawing(prefix) ? Optional.of(FileKind.DXF) : Optional.empty();
        };
    }

    /** Whether it is a picture of the kind Apple's telephones take unless told otherwise; nothing here can show one. */
    static boolean isHeic(byte[] prefix) {
        return TIKA.detect(prefix).matches("image/hei[cf](-sequence)?");
    }

    /** Whether a media type is one the kind goes by. A browser that does not know says octet-stream, or nothing. */
    static boolean goesBy(FileKind kind, String declaredType) {
        var type = declaredType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        return type.isEmpty() || type.equals("application/octet-stream") || switch (kind) {
            case PDF -> type.equals("application/pdf") || type.equals("application/x-pdf");
            case JPEG -> type.matches("image/(jpeg|jpg|pjpeg)");
            case PNG -> type.matches("image/(png|x-png)");
            case DOCX -> type.equals("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
            case XLSX -> type.equals("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            case DWG -> type.matches("(image|application)/(vnd\\.|x-)?(dwg|acad|autocad|autocad_dwg)");
            case DXF -> type.matches("(image|application)/(vnd\\.|x-)?(dxf|acad|autocad)");
        };
    }

    /** Whether the name ends as the kind does, or has no ending. */
    static boolean isNamed(FileKind kind, String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return true;
        }
        var ending = name.substring(dot + 1).toUpperCase(Locale.ROOT);
        return ending.equals(kind.name()) || kind == FileKind.JPEG && ending.matches("JPG|JPE|JFIF");
    }

    /** An office file is a zip whose entries lie below {@code word/} or {@code xl/}; another zip is none. */
    private static Optional<FileKind> office(byte[] prefix) {
        // Names of entries stand readable in their local headers; nothing has to be unpacked.
        var text = new String(prefix, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("PK\3\4"); at >= 0 && at + 30 < text.length(); at = text.indexOf("PK\3\4", at + 4)) {
            if (text.startsWith("word/", at + 30)) {
                return Optional.of(FileKind.DOCX);
            }
            if (text.startsWith("xl/", at + 30)) {
                return Optional.of(FileKind.XLSX);
            }
        }
        return Optional.empty();
    }

    /** A drawing exchange file begins with the group code 0 and a section, after comments of group code 999. */
    private static boolean isTextDrawing(byte[] prefix) {
        return new String(prefix, StandardCharsets.ISO_8859_1).matches("(?s)\\s*(999\\s*\\R[^\\r\\n]*\\R\\s*)*0\\s*\\R\\s*SECTION\\s*\\R.*");
    }
}
