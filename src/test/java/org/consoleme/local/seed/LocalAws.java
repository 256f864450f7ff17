package org.consoleme.local.seed;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Clients for a stand-in AWS, with one account's keys. Whatever the shell says about AWS (profile,
 * end points, proxies, FIPS) is set here, so it cannot lead a call anywhere else.
 *
 * @param keys {@link #ACCESS_KEY_ID}, {@link #SECRET_ACCESS_KEY} and, for a session, {@link
 *     #SESSION_TOKEN}
 */
record LocalAws(URI address, Map<String, String> keys) {
    static final String ACCESS_KEY_ID = "AWS_ACCESS_KEY_ID";
    static final String SECRET_ACCESS_KEY = "AWS_SECRET_ACCESS_KEY";
    static final String SESSION_TOKEN = "AWS_SESSION_TOKEN";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    LocalAws {
        keys = Map.copyOf(keys);
    }

    @Override
    public String toString() {
        return "LocalAws[" + address + ", " + keys.get(ACCESS_KEY_ID) + "]";
    }

    StsClient sts() {
        return with(StsClient.builder()).build();
    }

    IamClient iam() {
        return with(IamClient.builder()).region(Region.AWS_GLOBAL).build();
    }

    OrganizationsClient organizations() {
        return with(OrganizationsClient.builder()).region(Region.AWS_GLOBAL).build();
    }

    S3Client s3() {
        return with(S3Client.builder()).forcePathStyle(true).build();
    }

    SqsClient sqs() {
        return with(SqsClient.builder()).build();
    }

    SnsClient sns() {
        return with(SnsClient.builder()).build();
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B with(B builder) {
        return builder.endpointOverride(address)
                .region(Region.US_EAST_1)
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .credentialsProvider(StaticCredentialsProvider.create(credentials()))
                .httpClientBuilder(
                        ApacheHttpClient.builder()
                                .connectionTimeout(TIMEOUT)
                                .socketTimeout(TIMEOUT)
                                .proxyConfiguration(
                                        ProxyConfiguration.builder()
                                                .useSystemPropertyValues(false)
                                                .useEnvironmentVariableValues(false)
                                                .build()))
                .overrideConfiguration(
                        override ->
                                override.retryStrategy(DefaultRetryStrategy.doNotRetry())
                                        .defaultProfileFile(ProfileFile.aggregator().build())
                                        .apiCallTimeout(TIMEOUT.multipliedBy(3)));
    }

    private AwsCredentials credentials() {
        String token = keys.getOrDefault(SESSION_TOKEN, "");
        return token.isEmpty()
                ? AwsBasicCredentials.create(keys.get(ACCESS_KEY_ID), keys.get(SECRET_ACCESS_KEY))
                : AwsSessionCredentials.create(
                        keys.get(ACCESS_KEY_ID), keys.get(SECRET_ACCESS_KEY), token);
    }
}
