package org.consoleme.platform.dynamo;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The one client to DynamoDB. What the SDK throws becomes a problem by its error code; a condition
 * that was not met passes through, since only who set it knows what it means.
 */
@Single
public class DynamoDatabase {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Set<String> PASSING =
            Set.of(
                    "ProvisionedThroughputExceededException",
                    "ThrottlingException",
                    "RequestLimitExceeded",
                    "LimitExceededException",
                    "InternalServerError",
                    "ServiceUnavailable",
                    "TransactionInProgressException");

    /** What a query hears while the index that it goes by is added to the table, and filled. */
    private static final List<String> INDEX_TO_COME =
            List.of("does not have the specified index", "backfilling global secondary index");

    private static final Problem.Unavailable LIST_TO_COME =
            new Problem.Unavailable(
                    "DynamoDB",
                    Duration.ofMinutes(1),
                    "The list is being prepared. Try again in some minutes.");

    private final DynamoDbClient client;
    private final DynamoSettings settings;

    @Inject
    public DynamoDatabase(Configuration configuration, ProcessRegion region) {
        this(DynamoSettings.from(configuration, region));
    }

    DynamoDatabase(DynamoSettings settings) {
        this.settings = settings;
        client = connect(settings);
    }

    private static DynamoDbClient connect(DynamoSettings settings) {
        DynamoDbClientBuilder builder =
                DynamoDbClient.builder()
                        .region(Region.of(settings.region()))
                        .httpClientBuilder(
                                ApacheHttpClient.builder()
                                        .connectionTimeout(settings.attemptTimeout())
                                        .socketTimeout(settings.attemptTimeout())
                                        .connectionAcquisitionTimeout(settings.attemptTimeout())
                                        .maxConnections(settings.connections()))
                        .overrideConfiguration(
                                override ->
                                        override.apiCallTimeout(settings.callTimeout())
                                                .retryStrategy(
                                                        AwsRetryStrategy.standardRetryStrategy()
                                                                .toBuilder()
                                                                .maxAttempts(settings.attempts())
                                                                .build()));
        builder.accountIdEndpointMode(AccountIdEndpointMode.DISABLED);
        builder.endpointProvider(resolvedOnce(DynamoDbEndpointProvider.defaultProvider()));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /**
     * Without account numbers in host names the rules' answer never changes for one client, and
     * costs a fifth of a call's CPU time.
     */
    private static DynamoDbEndpointProvider resolvedOnce(DynamoDbEndpointProvider rules) {
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

    DynamoSettings settings() {
        return settings;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Refused} with DynamoDB's error code, or
     *     {@code Unavailable}, also while an index that is asked for is not there yet
     * @throws ConditionalCheckFailedException if the call's condition was not met
     * @throws TransactionCanceledException if one of several writes was not possible
     */
    <T> T ask(Function<DynamoDbClient, T> call) {
        try {
            return call.apply(client);
        } catch (ConditionalCheckFailedException | TransactionCanceledException notMet) {
            throw notMet;
        } catch (AwsServiceException answered) {
            throw problem(answered).asException(answered);
        } catch (SdkException unanswered) {
            throw unavailable().asException(unanswered);
        }
    }

    private static Problem problem(AwsServiceException answered) {
        AwsErrorDetails details = answered.awsErrorDetails();
        String code = details == null ? "" : details.errorCode();
        if (details != null && isOfAnIndexToCome(details)) {
            return LIST_TO_COME;
        }
        return answered.statusCode() >= 500 || code == null || PASSING.contains(code)
                ? unavailable()
                : new Problem.Refused("DynamoDB", code);
    }

    private static boolean isOfAnIndexToCome(AwsErrorDetails details) {
        return "ValidationException".equals(details.errorCode())
                && details.errorMessage() != null
                && INDEX_TO_COME.stream().anyMatch(details.errorMessage()::contains);
    }

    private static Problem.Unavailable unavailable() {
        return new Problem.Unavailable("DynamoDB", RETRY_AFTER);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
