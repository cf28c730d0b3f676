package org.yekuo.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;
import org.yekuo.access.internal.Secrets;

/**
 * Encrypts files piece by piece (AES-256-GCM, 64 KB each), so that none is ever whole in memory. Every piece carries its number and whether it
 * is the last: pieces changed, swapped or cut off are noticed while reading.
 */
@Component
public class FileCipher {

    /** What was encrypted: its content address, and how many bytes it has in clear. */
    public record Sealed(String address, long size) {}

    private static final int PIECE = 64 * 1024;
    private static final int TAG = 16;
    private static final int PREFIX = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey sealing;
    private final SecretKey addressing;

    FileCipher(Secrets secrets) {
        this.sealing = secrets.key("files", "AES");
        this.addressing = secrets.key("file-addresses", "HmacSHA256");
    }

    /** Encrypts all of {@code content}. Equal content under one {@code owner} has one address, which tells nothing of the content. */
    public Sealed encrypt(String owner, InputStream content, OutputStream to) throws IOException {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(addressing);
            mac.update((owner + "/").getBytes(StandardCharsets.UTF_8));
            var prefix = new byte[PREFIX];
            RANDOM.nextBytes(prefix);
            to.write(prefix);
            long size = 0;
            int number = 0;
            var piece = content.readNBytes(PIECE);
            boolean last;
            do {
                var next = content.readNBytes(PIECE);
                last = next.length == 0;
                mac.update(piece);
                size += piece.length;
                to.write(cipher(Cipher.ENCRYPT_MODE, prefix, number++, last).doFinal(piece));
                piece = next;
            } while (!last);
            return new Sealed(HexFormat.of().formatHex(mac.doFinal()), size);
        } catch (GeneralSecurityException e) {
            throw new IOException("A file could not be encrypted.", e);
        }
    }

    /** The content in clear; reading fails when a byte was changed or something is missing. */
    public InputStream decrypt(InputStream sealed) throws IOException {
        return new Clear(sealed, sealed.readNBytes(PREFIX));
    }

    private Cipher cipher(int mode, byte[] prefix, int number, boolean last) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG * 8, ByteBuffer.allocate(12).put(prefix).putInt(number).array()));
        cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
        return cipher;
    }

    private final class Clear extends InputStream {

        private final InputStream sealed;
        private final byte[] prefix;
        private byte[] next;
        private ByteBuffer clear = ByteBuffer.allocate(0);
        private int number;
        private boolean ended;

        Clear(InputStream sealed, byte[] prefix) throws IOException {
            this.sealed = sealed;
            this.prefix = prefix;
            this.next = sealed.readNBytes(PIECE + TAG);
            if (prefix.length < PREFIX) {
                throw new IOException("The stored file is cut off.");
            }
        }

        @Override
        public int read() throws IOException {
            return fill() ? clear.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int n = Math.min(length, clear.remaining());
            clear.get(to, offset, n);
            return n;
        }

        private boolean fill() throws IOException {
            while (!clear.hasRemaining()) {
                if (ended) {
                    return false;
                }
                var piece = next;
                next = sealed.readNBytes(PIECE + TAG);
                ended = next.length == 0;
                try {
                    clear = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, prefix, number++, ended).doFinal(piece));
                } catch (GeneralSecurityException e) {
                    throw new IOException("The stored file was changed or is cut off.", e);
                }
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            sealed.close();
        }
    }
}
