package org.yekuo.document.internal;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Where files are kept: a folder of the data directory, or the bucket {@code yekuo.files.s3.bucket} of a store that speaks S3 at
 * {@code yekuo.files.s3.endpoint}, with keys from the environment.
 */
@Configuration
class StoreChoice {

    /**
     * How to reach a bucket.
     *
     * @param bucket    empty for a local folder
     * @param pathStyle whether the bucket stands in the path, as most stores one runs oneself want it, or in the host's name
     */
    record Bucket(String endpoint, String bucket, String region, String accessKey, String secretKey, boolean pathStyle) {

        S3Client client() {
            return S3Client.builder().endpointOverride(URI.create(endpoint)).region(Region.of(region)).forcePathStyle(pathStyle)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                    // Stores other than Amazon's know no newer checksums; the content is checked by its own encryption.
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED).responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                    .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(5)).socketTimeout(Duration.ofSeconds(30)))
                    .overrideConfiguration(calls -> calls.apiCallTimeout(Duration.ofMinutes(2)))
                    .build();
        }
    }

    @Bean
    FileStore fileStore(Sealing sealing, @Value("${yekuo.files.s3.endpoint:}") String endpoint, @Value("${yekuo.files.s3.bucket:}") String bucket,
            @Value("${yekuo.files.s3.region:us-east-1}") String region, @Value("${yekuo.files.s3.access-key:}") String accessKey,
            @Value("${yekuo.files.s3.secret-key:}") String secretKey, @Value("${yekuo.files.s3.path-style:true}") boolean pathStyle) {
        return bucket.isBlank() ? new FolderFileStore(sealing.folder())
                : new S3FileStore(new Bucket(endpoint, bucket, region, accessKey, secretKey, pathStyle).client(), bucket);
    }
}
