package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** Configuration that lies in AWS: a secret, or an object. UTF-8 text. */
@Single
public class AwsRemoteText {
    private final AwsClients clients;

    @Inject
    AwsRemoteText(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * The current version of a secret, text or binary.
     *
     * @param name or ARN; an ARN's region counts, a name is looked for in our own
     * @throws org.consoleme.shared.ProblemException {@code Refused} or {@code Unavailable}
     */
    public String secret(String name) {
        try (SecretsManagerClient secrets = clients.secrets(region(name))) {
            GetSecretValueResponse value = secrets.getSecretValue(r -> r.secretId(name));
            SdkBytes binary = value.secretBinary();
            return value.secretString() != null || binary == null
                    ? value.secretString()
                    : binary.asString(StandardCharsets.UTF_8);
        } catch (SdkException error) {
            throw AwsErrors.problem(error);
        }
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Refused} with {@code NoSuchKey} if it is
     *     not there, {@code Unavailable}
     */
    public String object(String bucket, String key) {
        try {
            return clients.s3().getObjectAsBytes(r -> r.bucket(bucket).key(key)).asUtf8String();
        } catch (SdkException error) {
            throw AwsErrors.problem(error);
        }
    }

    private Region region(String name) {
        if (!name.startsWith("arn:")) {
            return clients.home().region();
        }
        try {
            return Arn.fromString(name).region().map(Region::of).orElse(clients.home().region());
        } catch (IllegalArgumentException malformed) {
            throw new Problem.Invalid("secret", "not the ARN of a secret").asException(malformed);
        }
    }
}
