package org.yekuo.document.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The one thing of a camera's notes (EXIF) that is used: which way up the picture is. */
final class Exif {

    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /** 1 to 8; 1 when the notes say nothing, or nothing readable. */
    static int orientation(byte[] marker) {
        try {
            var bytes = ByteBuffer.wrap(marker);
            if (!new String(marker, 0, Math.min(6, marker.length), StandardCharsets.ISO_8859_1).equals("Exif\0\0")) {
                return 1;
            }
            var tiff = bytes.slice(6, marker.length - 6);
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
        } catch (BufferUnderflowException | IndexOutOfBoundsException broken) {
            return 1;
        }
    }
}
