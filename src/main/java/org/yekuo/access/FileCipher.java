package org.yekuo.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yekuo.access.internal.Secrets;

/**
 * Encrypts files piece by piece (AES-256-GCM, 64 KB each), so that none is ever whole in memory. Every file has a key of its own, drawn from the
 * master key and the file's random salt, so that no number of files ever repeats a nonce. Every piece carries its number and whether it is the
 * last: pieces changed, swapped or cut off are noticed while reading. Written are a version byte, the salt and the pieces.
 */
@Component
public class FileCipher {

    /** What was encrypted: its content address, and how many bytes it has in clear. */
    public record Sealed(String address, long size) {}

    private static final int PIECE = 64 * 1024;
    private static final int TAG = 16;
    private static final byte VERSION = 1;
    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey sealing;
    private final SecretKey addressing;

    FileCipher(Secrets secrets) {
        this.sealing = secrets.key("files", "HmacSHA256");
        this.addressing = secrets.key("file-addresses", "HmacSHA256");
    }

    /** Encrypts all of {@code content}. Equal content under one {@code owner} has one address, which tells nothing of the content. */
    public Sealed encrypt(String owner, InputStream content, OutputStream to) throws IOException {
        try {
            var mac = addressOf(owner);
            var salt = new byte[SALT];
            RANDOM.nextBytes(salt);
            to.write(VERSION);
            to.write(salt);
            var key = keyOf(salt);
            long size = 0;
            int number = 0;
            var piece = content.readNBytes(PIECE);
            boolean last;
            do {
                var next = content.readNBytes(PIECE);
                last = next.length == 0;
                mac.update(piece);
                size += piece.length;
                to.write(cipher(Cipher.ENCRYPT_MODE, key, number++, last).doFinal(piece));
                piece = next;
            } while (!last);
            return new Sealed(HexFormat.of().formatHex(mac.doFinal()), size);
        } catch (GeneralSecurityException e) {
            throw new IOException("A file could not be encrypted.", e);
        }
    }

    /** The content in clear; reading fails when a byte was changed or something is missing, and at the end when it is not the content of this address. */
    public InputStream decrypt(String owner, String address, InputStream sealed) throws IOException {
        try {
            return new Clear(sealed, addressOf(owner), address);
        } catch (GeneralSecurityException e) {
            throw new IOException("A file could not be decrypted.", e);
        }
    }

    /** The content in clear, to be read at any place, piece by piece, without anything in clear lying on a disk. The caller closes it. */
    public ClearFile open(FileChannel sealed) throws IOException {
        var head = ByteBuffer.allocate(1 + SALT);
        long pieces = (sealed.size() - head.capacity() + PIECE + TAG - 1) / (PIECE + TAG);
        if (sealed.read(head, 0) < head.capacity() || head.get(0) != VERSION || pieces < 1) {
            throw new IOException("The stored file is cut off, or was written by another version of the program.");
        }
        long size = sealed.size() - head.capacity() - pieces * TAG;
        try {
            var key = keyOf(Arrays.copyOfRange(head.array(), 1, head.capacity()));
            return new ClearFile(sealed, size, PIECE, number -> piece(sealed, key, number, number == pieces - 1));
        } catch (GeneralSecurityException e) {
            throw new IOException("A file could not be decrypted.", e);
        }
    }

    private static byte[] piece(FileChannel sealed, SecretKey key, int number, boolean last) throws IOException {
        var bytes = ByteBuffer.allocate(PIECE + TAG);
        long at = 1L + SALT + (long) number * (PIECE + TAG);
        while (bytes.hasRemaining() && sealed.read(bytes, at + bytes.position()) >= 0) {
            // A channel may give less than it has.
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, number, last).doFinal(bytes.array(), 0, bytes.position());
        } catch (GeneralSecurityException e) {
            throw new IOException("The stored file was changed or is cut off.", e);
        }
    }

    private Mac addressOf(String owner) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(addressing);
        mac.update((owner + "/").getBytes(StandardCharsets.UTF_8));
        return mac;
    }

    private SecretKey keyOf(byte[] salt) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(sealing);
        return new SecretKeySpec(mac.doFinal(salt), "AES");
    }

    private static Cipher cipher(int mode, SecretKey key, int number, boolean last) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, ByteBuffer.allocate(12).putInt(8, number).array()));
        cipher.updateAAD(new byte[] {VERSION, (byte) (last ? 1 : 0)});
        return cipher;
    }

    private final class Clear extends InputStream {

        private final InputStream sealed;
        private final Mac content;
        private final String address;
        private final SecretKey key;
        private byte[] next;
        private ByteBuffer clear = ByteBuffer.allocate(0);
        private int number;
        private boolean ended;

        Clear(InputStream sealed, Mac content, String address) throws IOException, GeneralSecurityException {
            this.sealed = sealed;
            this.content = content;
            this.address = address;
            int version = sealed.read();
            var salt = sealed.readNBytes(SALT);
            if (version != VERSION || salt.length < SALT) {
                throw new IOException("The stored file is cut off, or was written by another version of the program.");
            }
            this.key = keyOf(salt);
            this.next = sealed.readNBytes(PIECE + TAG);
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
                    clear = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, key, number++, ended).doFinal(piece));
                    content.update(clear.duplicate());
                } catch (GeneralSecurityException e) {
                    throw new IOException("The stored file was changed or is cut off.", e);
                }
                if (ended && !HexFormat.of().formatHex(content.doFinal()).equals(address)) {
                    throw new IOException("The stored file is another one than its address says.");
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
