package org.yekuo.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;
import org.yekuo.access.internal.Secrets;
import org.yekuo.vocabulary.YekuoException;

/**
 * Keeps personal data (个人信息) unreadable at rest: AES-256-GCM bound to the place a value stands at, so that it can't be moved to another row,
 * and a keyed digest for finding equal values.
 */
@Component
public class PersonalData {

    private static final byte KEY_ID = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey sealing;
    private final SecretKey digesting;

    PersonalData(Secrets secrets) {
        this.sealing = secrets.key("personal-data", "AES");
        this.digesting = secrets.key("personal-data-digest", "HmacSHA256");
    }

    /** Encrypts a value for one place; the same value gives another text each time. */
    public byte[] seal(String clear, String place) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            var sealed = cipher.doFinal(clear.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE + sealed.length).put(KEY_ID).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new YekuoException("access.cannot-seal", "A value could not be encrypted.", e);
        }
    }

    /** What was sealed for this place; fails loudly when it was changed, or belongs to another place or key. */
    public String open(byte[] sealed, String place) {
        try {
            if (sealed.length < 1 + NONCE || sealed[0] != KEY_ID) {
                throw new GeneralSecurityException("unknown key");
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE), place);
            return new String(cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new YekuoException("access.cannot-open", "A sealed value at " + place + " can't be read: it was changed, moved, or sealed with another key.", e);
        }
    }

    /** Equal values have equal digests; without the key they tell nothing. */
    public byte[] digest(String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(digesting);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
