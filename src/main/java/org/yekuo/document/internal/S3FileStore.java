package org.yekuo.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yekuo.vocabulary.UnitCode;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of any store that speaks S3: {@code <unit>/<first two of the address>/<address>}. An object appears whole or not at all. Files come here
 * encrypted by the program; the store's own encryption is beside that.
 */
class S3FileStore implements FileStore {

    private final S3Client client;
    private final String bucket;

    S3FileStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void keep(UnitCode unit, String address, Path sealed) throws IOException {
        try {
            if (!isThere(unit, address)) {
                client.putObject(request -> request.bucket(bucket).key(key(unit, address)), RequestBody.fromFile(sealed));
            }
        } catch (SdkException down) {
            throw new IOException("The bucket " + bucket + " took nothing in: " + down.getMessage(), down);
        }
    }

    @Override
    public InputStream get(UnitCode unit, String address) throws IOException {
        try {
            return client.getObject(request -> request.bucket(bucket).key(key(unit, address)));
        } catch (S3Exception refused) {
            if (refused.statusCode() == 404) {
                throw new NoSuchFileException(key(unit, address));
            }
            throw new IOException("The bucket " + bucket + " gave nothing out: " + refused.getMessage(), refused);
        } catch (SdkException down) {
            throw new IOException("The bucket " + bucket + " does not answer: " + down.getMessage(), down);
        }
    }

    @Override
    public void delete(UnitCode unit, String address) throws IOException {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(key(unit, address)));
        } catch (SdkException down) {
            throw new IOException("The bucket " + bucket + " deleted nothing: " + down.getMessage(), down);
        }
    }

    private boolean isThere(UnitCode unit, String address) {
        try {
            client.headObject(request -> request.bucket(bucket).key(key(unit, address)));
            return true;
        } catch (S3Exception refused) {
            if (refused.statusCode() == 404) {
                return false;
            }
            throw refused;
        }
    }

    private static String key(UnitCode unit, String address) {
        return unit.value() + "/" + address.substring(0, 2) + "/" + address;
    }
}
