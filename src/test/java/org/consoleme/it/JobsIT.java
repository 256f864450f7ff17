package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.ServerVariant;
import org.consoleme.local.StackSettings;
import org.consoleme.local.seed.DemoOrganization;
import org.consoleme.testing.BesideOthers;
import org.consoleme.testing.IamStub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Jobs over many accounts on the whole server, with real stores and a stub of AWS that refuses. */
@BesideOthers
class JobsIT {
    private static final String READING = "GetAccountAuthorizationDetails";
    private static final int ACCOUNTS = 24;
    private static final int ROLES = 20;
    private static final Duration SLOW = Duration.ofMillis(700);
    private static final Duration SOON = Duration.ofSeconds(60);
    @TempDir private static Path folder;
    private static IamStub aws;
    private static LocalStackParts parts;
    private static Jobs jobs;

    @BeforeAll
    static void start() throws Exception {
        aws = new IamStub(ACCOUNTS, ROLES, 100);
        StackSettings settings = StackSettings.forTest(Path.of("").toAbsolutePath(), folder);
        parts = LocalStackParts.open(settings);
        parts.startRedis();
        parts.startDynamoDb();
        parts.startEmptyAws();
        createCacheBucket(settings.awsAddress());
        startServer();
        jobs = new Jobs(Person.administrator(settings.serverAddress())).settled();
    }

    @AfterAll
    static void stop() {
        parts.close();
        aws.close();
    }

    @BeforeEach
    void everyAccountHasItsSpokeRole() {
        aws.allow();
    }

    @Test
    void anAccountWithoutItsSpokeRoleMakesTheRunPartialAndKeepsItsLastGoodData() {
        JsonNode whole = jobs.run("account-iam");
        assertThat(whole.get("exitStatus").asText()).as(whole.toString()).isEqualTo("COMPLETED");
        String gone = IamStub.account(3);
        aws.refuse(gone);

        JsonNode run = jobs.run("account-iam");

        assertThat(run.get("exitStatus").asText()).isEqualTo("PARTIAL");
        Map<String, String> outcomes = Jobs.outcomes(run);
        assertThat(outcomes).containsEntry(gone, "FAILED");
        outcomes.remove(gone);
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(ACCOUNTS - 1);
        assertThat(outcomes.values()).containsOnly("COMPLETED");
    }

    @Test
    void aRunThatIsUnderWayIsNotStartedTwiceAndStopsWhenAsked() {
        aws.slow(READING, SLOW, ACCOUNTS);
        String run = jobs.start("account-iam");

        assertThat(jobs.request("account-iam").status()).isEqualTo(409);
        jobs.administrator().delete("/api/v3/jobs/runs/" + run).must(202);

        assertThat(jobs.ended(run).get("batchStatus").asText()).isEqualTo("STOPPED");
    }

    @Test
    void aKilledServerFinishesItsRunAfterTheRestartAndReadsNoFinishedAccountTwice() {
        aws.slow(READING, SLOW, ACCOUNTS);
        String run = jobs.start("account-iam");
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(jobs.look(run).get("done").asInt())
                                        .isBetween(1, ACCOUNTS - 2));

        Map<String, Integer> finished = readingsOfFinished(run);
        parts.kill("server");
        startServer();

        JsonNode ended = jobs.ended(run);
        assertThat(ended.get("exitStatus").asText()).as(ended.toString()).isEqualTo("COMPLETED");
        finished.forEach(
                (account, readings) ->
                        assertThat(aws.answered(READING, account)).isEqualTo(readings));
        assertThat(Jobs.outcomes(ended)).hasSizeGreaterThanOrEqualTo(ACCOUNTS);
        assertThat(Jobs.outcomes(ended).values()).containsOnly("COMPLETED");
    }

    private static Map<String, Integer> readingsOfFinished(String run) {
        Map<String, Integer> finished = new HashMap<>();
        Jobs.outcomes(jobs.look(run))
                .forEach(
                        (account, outcome) -> {
                            if (outcome.equals("COMPLETED")) {
                                finished.put(account, aws.answered(READING, account));
                            }
                        });
        assertThat(finished).isNotEmpty();
        return finished;
    }

    private static void createCacheBucket(URI address) {
        try (S3Client s3 =
                S3Client.builder()
                        .endpointOverride(address)
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("AKIAJOBS", "jobs")))
                        .build()) {
            s3.createBucket(create -> create.bucket(DemoOrganization.CACHE_BUCKET));
        }
    }

    private static void startServer() {
        ServerVariant local = ServerVariant.local();
        String stub = aws.endpoint().toString();
        parts.startServer(
                new ServerVariant(
                        local.overrides(),
                        Optional.empty(),
                        Map.of(
                                "AWS_ENDPOINT_URL_IAM", stub,
                                "AWS_ENDPOINT_URL_STS", stub,
                                "AWS_ENDPOINT_URL_ORGANIZATIONS", stub)));
    }
}
