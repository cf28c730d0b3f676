package org.yekuo.access;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/** An encrypted file read in clear at any place (see {@link FileCipher#open}); the last few pieces are kept. Not for several threads at once. */
public final class ClearFile implements Closeable {

    /** Gives the piece of a number in clear. */
    interface Pieces {
        byte[] piece(int number) throws IOException;
    }

    private static final int KEPT = 64;

    private final FileChannel sealed;
    private final long size;
    private final int pieceSize;
    private final Pieces pieces;
    private final Map<Integer, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    ClearFile(FileChannel sealed, long size, int pieceSize, Pieces pieces) {
        this.sealed = sealed;
        this.size = size;
        this.pieceSize = pieceSize;
        this.pieces = pieces;
    }

    /** Bytes in clear. */
    public long size() {
        return size;
    }

    /** Reads from {@code position} on as much as one piece gives, or -1 at the end. */
    public int read(long position, byte[] to, int offset, int length) throws IOException {
        if (position >= size) {
            return -1;
        }
        int number = (int) (position / pieceSize);
        var piece = kept.get(number);
        if (piece == null) {
            piece = pieces.piece(number);
            kept.put(number, piece);
        }
        int from = (int) (position % pieceSize);
        int read = Math.min(length, piece.length - from);
        System.arraycopy(piece, from, to, offset, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
