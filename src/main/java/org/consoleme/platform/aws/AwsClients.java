package org.consoleme.platform.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointProvider;

/**
 * Where every SDK client is made, with its pool, time-outs and retries; nobody else sets any. End
 * points come from the SDK itself ({@code AWS_ENDPOINT_URL}, {@code AWS_ENDPOINT_URL_STS}, …); only
 * STS has a key of its own ({@code aws.sts_endpoint_url}).
 */
public class AwsClients implements AutoCloseable {
    /** Someone waits: weep's local server gives up after 10 s, so the last word comes before. */
    private static final Limits PROMPT =
            new Limits(2, Duration.ofMillis(2500), Duration.ofSeconds(6));

    /** Nobody waits: pages of 1,000 items take seconds, and throttling is normal. */
    private static final Limits PATIENT =
            new Limits(8, Duration.ofSeconds(60), Duration.ofMinutes(5));

    /**
     * A change to AWS: whoever waits for it would rather hear of trouble, and the next try comes by
     * itself. All calls of one change take less than the minute after which another node takes
     * over.
     */
    private static final Limits CHANGING =
            new Limits(3, Duration.ofSeconds(60), Duration.ofSeconds(10));

    private static final int PROMPT_CONNECTIONS = 128;
    private static final int PATIENT_CONNECTIONS = 64;
    private static final String USER_AGENT = "consoleme";

    /**
     * @param silence of the peer that ends an attempt; a timer for each attempt would cost more
     * @param call all attempts and pauses
     */
    private record Limits(int attempts, Duration silence, Duration call) {}

    private final AwsSettings settings;
    private final AwsRegion home;
    private final AwsCredentialsProvider hub;
    private final Optional<URI> endpoint;
    private final SdkHttpClient promptPool;
    private final SdkHttpClient patientPool;
    private final StsClient sts;
    private final S3Client s3;

    /**
     * @param hub our own keys
     * @param endpoint of all services, for tests; empty: as the SDK says
     * @param stsMeter sees each call to STS
     */
    AwsClients(
            AwsSettings settings,
            AwsRegion home,
            AwsCredentialsProvider hub,
            Optional<URI> endpoint,
            Optional<StsMeter> stsMeter) {
        this.settings = settings;
        this.home = home;
        this.hub = hub;
        this.endpoint = endpoint;
        this.promptPool = pool(PROMPT_CONNECTIONS, PROMPT);
        this.patientPool = pool(PATIENT_CONNECTIONS, PATIENT);
        this.sts = newSts(stsMeter);
        this.s3 = newS3();
    }

    AwsRegion home() {
        return home;
    }

    /** Our own keys: what reads the account that we run in when no role is configured. */
    AwsCredentialsProvider hub() {
        return hub;
    }

    /** STS in our region, as the hub role, for people who wait. */
    StsClient sts() {
        return sts;
    }

    S3Client s3() {
        return s3;
    }

    /** A client of its own, hence a rate of its own, for each account; the caller closes it. */
    IamClient iam(AwsCredentialsProvider keys) {
        return with(IamClient.builder(), home.global(), keys, patientPool, PATIENT)
                .overrideConfiguration(patient(RetryMode.ADAPTIVE_V2))
                .build();
    }

    /** For reading and changing one thing while somebody waits; the caller closes it. */
    IamClient iamForChanges(AwsCredentialsProvider keys) {
        return with(IamClient.builder(), home.global(), keys, patientPool, CHANGING).build();
    }

    /** The caller closes it. */
    OrganizationsClient organizations(AwsCredentialsProvider keys) {
        return with(OrganizationsClient.builder(), home.global(), keys, patientPool, PATIENT)
                .overrideConfiguration(patient(RetryMode.ADAPTIVE_V2))
                .build();
    }

    /** The caller closes it. */
    SecretsManagerClient secrets(Region region) {
        return with(SecretsManagerClient.builder(), region, hub, promptPool, PROMPT).build();
    }

    private StsClient newSts(Optional<StsMeter> meter) {
        var builder = with(StsClient.builder(), home.region(), hub, promptPool, PROMPT);
        meter.ifPresent(
                each ->
                        builder.overrideConfiguration(
                                override(PROMPT, RetryMode.STANDARD).toBuilder()
                                        .addExecutionInterceptor(each)
                                        .build()));
        builder.endpointProvider(resolvedOnce(StsEndpointProvider.defaultProvider()));
        settings.stsEndpoint()
                .map(template -> template.replace("{region}", home.region().id()))
                .ifPresent(url -> builder.endpointOverride(URI.create(url)));
        return builder.build();
    }

    /** The rules' answer never changes for one client, and costs a fifth of a call's CPU time. */
    private static StsEndpointProvider resolvedOnce(StsEndpointProvider rules) {
        AtomicReference<CompletableFuture<Endpoint>> answer = new AtomicReference<>();
        return parameters -> {
            CompletableFuture<Endpoint> known = answer.get();
            if (known == null) {
                known = rules.resolveEndpoint(parameters);
                answer.set(known);
            }
            return known;
        };
    }

    private S3Client newS3() {
        return with(S3Client.builder(), home.region(), hub, patientPool, PATIENT)
                .crossRegionAccessEnabled(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B with(
            B builder, Region region, AwsCredentialsProvider keys, SdkHttpClient pool, Limits l) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region)
                .credentialsProvider(keys)
                .httpClient(pool)
                .overrideConfiguration(override(l, RetryMode.STANDARD));
    }

    private static ClientOverrideConfiguration patient(RetryMode mode) {
        return override(PATIENT, mode);
    }

    private static ClientOverrideConfiguration override(Limits limits, RetryMode mode) {
        RetryStrategy retries =
                AwsRetryStrategy.forRetryMode(mode).toBuilder()
                        .maxAttempts(limits.attempts())
                        .build();
        return ClientOverrideConfiguration.builder()
                .retryStrategy(retries)
                .apiCallTimeout(limits.call())
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, USER_AGENT)
                .build();
    }

    private static SdkHttpClient pool(int connections, Limits limits) {
        return ApacheHttpClient.builder()
                .maxConnections(connections)
                .connectionTimeout(Duration.ofSeconds(1))
                .connectionAcquisitionTimeout(Duration.ofSeconds(2))
                .socketTimeout(limits.silence())
                .tcpKeepAlive(true)
                .build();
    }

    @Override
    public void close() {
        sts.close();
        s3.close();
        promptPool.close();
        patientPool.close();
    }
}
