package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.util.List;
import org.consoleme.credentials.AssumeRole;
import org.consoleme.credentials.CredentialBroker;
import org.consoleme.credentials.TemporaryCredentials;
import org.consoleme.shared.Secret;
import org.consoleme.shared.Single;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * Keys straight from STS: the hub role assumes the role that was asked for, with no step between.
 */
@Single
public class StsCredentialBroker implements CredentialBroker {
    private final StsClient sts;

    @Inject
    StsCredentialBroker(AwsClients clients) {
        this.sts = clients.sts();
    }

    @Override
    public TemporaryCredentials assume(AssumeRole request) {
        try {
            Credentials keys = AwsErrors.answered(sts.assumeRole(toSts(request)).credentials());
            return new TemporaryCredentials(
                    request.role(),
                    keys.accessKeyId(),
                    new Secret(keys.secretAccessKey()),
                    new Secret(keys.sessionToken()),
                    keys.expiration());
        } catch (SdkException error) {
            throw AwsErrors.problem(error);
        }
    }

    private static AssumeRoleRequest toSts(AssumeRole request) {
        AssumeRoleRequest.Builder sts =
                AssumeRoleRequest.builder()
                        .roleArn(request.role().toString())
                        .roleSessionName(request.sessionName())
                        .durationSeconds(Math.toIntExact(request.lifetime().toSeconds()));
        request.sessionPolicy().ifPresent(sts::policy);
        request.sourceIdentity().ifPresent(sts::sourceIdentity);
        if (!request.tags().isEmpty()) {
            sts.tags(tags(request));
        }
        return sts.build();
    }

    private static List<Tag> tags(AssumeRole request) {
        return request.tags().entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
