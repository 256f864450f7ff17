package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import org.consoleme.operations.Check;
import org.consoleme.shared.Single;
import software.amazon.awssdk.core.exception.SdkException;

/** Whether the bucket of ConsoleMe's objects is there and ours to use. */
@Single
public class S3Check implements Check {
    private final AwsClients clients;
    private final AwsSettings settings;

    @Inject
    S3Check(AwsClients clients, AwsSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Finding look() {
        return settings.bucket()
                .map(this::look)
                .orElseGet(() -> Finding.off("consoleme_s3_bucket is not set"));
    }

    private Finding look(String bucket) {
        try {
            clients.s3().headBucket(r -> r.bucket(bucket));
            return Finding.up("bucket " + bucket);
        } catch (SdkException error) {
            return Finding.degraded(
                    "bucket " + bucket + ": " + AwsErrors.problem(error).problem().sentence(),
                    "Create the bucket, or allow the hub role s3:ListBucket on it, and s3:GetObject"
                            + " and s3:PutObject on its objects.");
        }
    }
}
