package org.yekuo.document.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The one thing of a camera's notes (EXIF) that is used: which way up the picture is. */
final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final String NOTES = "Exif\0\0";

    private Exif() {}

    /** 1 to 8, as a camera held upright, turned or mirrored writes it; 1 when the beginning of a JPEG says nothing, or nothing readable. */
    static int orientation(byte[] beginning) {
        try {
            var bytes = ByteBuffer.wrap(beginning);
            // Segments: a marker, and a length that counts itself; the picture begins with marker DA.
            for (int at = 2; (bytes.get(at) & 0xff) == 0xff && (bytes.get(at + 1) & 0xff) != 0xda; at += 2 + (bytes.getShort(at + 2) & 0xffff)) {
                if ((bytes.get(at + 1) & 0xff) == 0xe1 && new String(beginning, at + 4, 6, StandardCharsets.ISO_8859_1).equals(NOTES)) {
                    return of(bytes.slice(at + 10, (bytes.getShort(at + 2) & 0xffff) - 8));
                }
            }
            return 1;
        } catch (BufferUnderflowException | IndexOutOfBoundsException broken) {
            return 1;
        }
    }

    private static int of(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
