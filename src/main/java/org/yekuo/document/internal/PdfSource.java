package org.yekuo.document.internal;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.yekuo.access.ClearFile;

/** An encrypted file as PDFBox reads it. */
final class PdfSource implements RandomAccessRead {

    private final ClearFile file;
    private long position;
    private boolean closed;

    PdfSource(ClearFile file) {
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

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("A place before the beginning: " + to);
        }
        position = Math.min(to, file.size());
    }

    @Override
    public long length() {
        return file.size();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= file.size();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        file.close();
    }
}
