package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.platform.ObjectStore;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * S3 with the hub's own keys. A bucket may be in another region than we are: its region is found
 * out at first use.
 */
@Single
public class S3ObjectStore implements ObjectStore {
    private static final Logger LOG = LoggerFactory.getLogger(S3ObjectStore.class);

    private final S3Client s3;

    @Inject
    S3ObjectStore(AwsClients clients) {
        this.s3 = clients.s3();
    }

    @Override
    public void put(String bucket, String key, byte[] content) {
        try {
            s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(content));
        } catch (SdkException error) {
            throw AwsErrors.problem(error);
        }
    }

    @Override
    public Optional<byte[]> get(String bucket, String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArrayUnsafe());
        } catch (SdkException error) {
            if (isMissing(error)) {
                return Optional.empty();
            }
            throw AwsErrors.problem(error);
        }
    }

    /** Without s3:ListBucket, S3 says AccessDenied where it means NoSuchKey. */
    private static boolean isMissing(SdkException error) {
        String code = AwsErrors.code(error).orElse("");
        if (code.equals("AccessDenied")) {
            LOG.atWarn().log("object not readable: missing, or s3:GetObject is");
            return true;
        }
        return code.equals("NoSuchKey");
    }
}
