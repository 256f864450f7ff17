package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.testing.IamStub;
import org.consoleme.testing.Problems;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class SpokeSessionsWireTest {
    private static final AccountId HUB = new AccountId("123456789012");
    private static final AccountId BILLING = new AccountId("200000000002");
    private static final AccountId DATA = new AccountId("300000000003");
    private static final String SETTINGS =
            """
            policies:
              role_name: ConsoleMe
              role_name_overrides: {"300000000003": team/Reader}
              external_ids: {"300000000003": three}
            """;

    private final SettableClock clock = new SettableClock(Instant.now());
    private IamStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = new IamStub(1, 0, 1);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void oneSessionServesAllWhoComeAtOnce() throws Exception {
        stub.slow("AssumeRole", Duration.ofMillis(200), 1);
        try (Aws aws = aws(SETTINGS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AwsCredentialsProvider>> all = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                all.add(threads.submit(() -> aws.sessions.spoke(BILLING)));
            }
            for (Future<AwsCredentialsProvider> one : all) {
                assertThat(one.get().resolveCredentials().accessKeyId())
                        .isEqualTo("ASIA200000000002");
            }
        }
        assertThat(stub.calls("AssumeRole")).isEqualTo(1);
    }

    @Test
    void aSessionIsRenewedFiveMinutesBeforeItEnds() {
        try (Aws aws = aws(SETTINGS)) {
            AwsCredentialsProvider keys = aws.sessions.spoke(BILLING);

            clock.advance(Duration.ofMinutes(54));
            keys.resolveCredentials();
            assertThat(stub.calls("AssumeRole")).isEqualTo(1);

            clock.advance(Duration.ofMinutes(2));
            keys.resolveCredentials();
            assertThat(stub.calls("AssumeRole")).isEqualTo(2);
        }
    }

    @Test
    void peoplesSessionsAreForgottenOnceTheyEnded() {
        try (Aws aws = aws(SETTINGS)) {
            for (int i = 0; i < 20; i++) {
                aws.sessions.change(BILLING, "principal-updater-" + i);
            }
            assertThat(aws.sessions.kept()).isEqualTo(20);

            clock.advance(Duration.ofMinutes(61));
            stub.sessionsLast(Duration.ofHours(2));
            aws.sessions.change(BILLING, "principal-updater-21");

            assertThat(aws.sessions.kept()).isEqualTo(1);
        }
    }

    @Test
    void namesAndExternalIdsAreTheAccountsOwn() {
        try (Aws aws = aws(SETTINGS)) {
            aws.sessions.spoke(BILLING);
            assertThat(stub.last("AssumeRole"))
                    .containsEntry("RoleArn", "arn:aws:iam::200000000002:role/ConsoleMe")
                    .containsEntry("RoleSessionName", "consoleme")
                    .doesNotContainKey("ExternalId");

            aws.sessions.spoke(DATA);
            assertThat(stub.last("AssumeRole"))
                    .containsEntry("RoleArn", "arn:aws:iam::300000000003:role/team/Reader")
                    .containsEntry("ExternalId", "three");
        }
    }

    @Test
    void theHubsOwnAccountIsReadThroughItsSpokeRoleToo() {
        try (Aws aws = aws(SETTINGS)) {
            aws.sessions.spoke(HUB);
            assertThat(stub.last("AssumeRole"))
                    .containsEntry("RoleArn", "arn:aws:iam::123456789012:role/ConsoleMe");
        }
    }

    @Test
    void defect5WithoutARoleNameOnlyTheCurrentAccountIsRead() {
        try (Aws aws = aws("{}")) {
            assertThat(aws.sessions.spoke(HUB).resolveCredentials().accessKeyId())
                    .isEqualTo("AKIDHUB");
            assertThat(Problems.of(() -> aws.sessions.spoke(BILLING)))
                    .isInstanceOfSatisfying(
                            Problem.Invalid.class,
                            p -> assertThat(p.field()).isEqualTo("policies.role_name"));
        }
        assertThat(stub.calls("AssumeRole")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, arn:aws:iam::200000000002:role/ConsoleMe",
        "cn-north-1, arn:aws-cn:iam::200000000002:role/ConsoleMe",
        "us-gov-west-1, arn:aws-us-gov:iam::200000000002:role/ConsoleMe"
    })
    void defect39RolesAreInTheRegionsPartition(String region, String arn) {
        AwsSettings settings = AwsSettings.from(YamlConfiguration.of(SETTINGS));
        try (AwsClients clients =
                new AwsClients(
                        settings,
                        new AwsRegion(Region.of(region)),
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("AKIDHUB", "secret")),
                        Optional.of(stub.endpoint()),
                        Optional.empty())) {
            new SpokeSessions(clients, settings, new HubIdentity(clients, clock), clock)
                    .spoke(BILLING);
        }

        assertThat(stub.last("AssumeRole")).containsEntry("RoleArn", arn);
    }

    @Test
    void aRefusalIsNotRemembered() {
        stub.fail("AssumeRole", 403, "AccessDenied", 1);
        try (Aws aws = aws(SETTINGS)) {
            assertThat(Problems.of(() -> aws.sessions.spoke(BILLING)))
                    .isEqualTo(new Problem.Refused("AWS", "AccessDenied"));
            assertThat(aws.sessions.spoke(BILLING).resolveCredentials().accessKeyId())
                    .isEqualTo("ASIA200000000002");
        }
    }

    @Test
    void weKnowThatOurOwnKeysComeFromARole() {
        try (Aws aws = aws("{}")) {
            HubIdentity.Identity identity = aws.hub.get();

            assertThat(identity.account()).isEqualTo(HUB);
            assertThat(identity.partition()).isEqualTo("aws");
            assertThat(identity.chained()).isTrue();
            assertThat(identity.principal())
                    .isEqualTo("arn:aws:iam::123456789012:role/ConsoleMeHub");
            aws.hub.get();
        }
        assertThat(stub.calls("GetCallerIdentity")).isEqualTo(1);
    }

    private Aws aws(String yaml) {
        return new Aws(stub.endpoint(), AwsSettings.from(YamlConfiguration.of(yaml)), clock);
    }
}
