package org.yekuo.document.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once it has given more than it may, whatever length the sender announced. */
final class LimitedStream extends FilterInputStream {

    static final class TooLarge extends IOException {}

    /** The sender went away in the middle; what fails otherwise is ours. */
    static final class CutOff extends IOException {

        CutOff(IOException cause) {
            super(cause);
        }
    }

    private long left;

    LimitedStream(InputStream in, long largest) {
        super(in);
        left = largest;
    }

    @Override
    public int read() throws IOException {
        int value = reading(super::read);
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = reading(() -> super.read(bytes, offset, length));
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private interface Reading {
        int read() throws IOException;
    }

    private static int reading(Reading reading) throws CutOff {
        try {
            return reading.read();
        } catch (IOException cutOff) {
            throw new CutOff(cutOff);
        }
    }

    private void count(int read) throws TooLarge {
        left -= read;
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
