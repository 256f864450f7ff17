package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.consoleme.credentials.AssumeRole;
import org.consoleme.credentials.TemporaryCredentials;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.IamStub;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StsCredentialBrokerWireTest {
    private static final RoleArn ROLE =
            RoleArn.parse("arn:aws:iam::200000000002:role/teams/billing-reader");

    /** Weep's local server gives up after 10 s. */
    private static final Duration WEEP_WAITS = Duration.ofSeconds(8);

    private IamStub stub;
    private Aws aws;

    @BeforeEach
    void start() throws IOException {
        stub = new IamStub(1, 0, 1);
        aws = new Aws(stub, Settings.NONE);
    }

    @AfterEach
    void stop() {
        aws.close();
        stub.close();
    }

    @Test
    void saysAllThatWasAsked() {
        aws.broker.assume(
                new AssumeRole(
                        ROLE,
                        "ana@example.com",
                        Duration.ofHours(2),
                        Optional.of("{\"Version\":\"2012-10-17\"}"),
                        Map.of("team", "billing"),
                        Optional.of("ana")));

        assertThat(stub.last("AssumeRole"))
                .containsEntry("RoleArn", ROLE.toString())
                .containsEntry("RoleSessionName", "ana@example.com")
                .containsEntry("DurationSeconds", "7200")
                .containsEntry("Policy", "{\"Version\":\"2012-10-17\"}")
                .containsEntry("Tags.member.1.Key", "team")
                .containsEntry("Tags.member.1.Value", "billing")
                .containsEntry("SourceIdentity", "ana");
    }

    @Test
    void saysNothingThatWasNotAsked() {
        aws.broker.assume(plain());

        assertThat(stub.last("AssumeRole"))
                .containsOnlyKeys(
                        "Action", "Version", "RoleArn", "RoleSessionName", "DurationSeconds");
    }

    @Test
    void handsOutWhatStsGaveWithItsOwnEnd() {
        Instant before = Instant.now();

        TemporaryCredentials keys = aws.broker.assume(plain());

        assertThat(keys.role()).isEqualTo(ROLE);
        assertThat(keys.accessKeyId()).isEqualTo("ASIA200000000002");
        assertThat(keys.secretAccessKey().reveal()).isEqualTo("stub-secret");
        assertThat(keys.sessionToken().reveal()).isEqualTo("stub-token");
        assertThat(keys.expiresAt()).isBetween(before.plusSeconds(3590), before.plusSeconds(3700));
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied, 403",
        "ValidationError, 400",
        "PackedPolicyTooLarge, 400",
        "MalformedPolicyDocument, 400",
        "RegionDisabledException, 403",
        "InvalidClientTokenId, 403"
    })
    void whatStsRefusesIsNotTriedAgain(String code, int status) {
        stub.fail("AssumeRole", status, code, 5);

        assertThat(Problems.of(() -> aws.broker.assume(plain())))
                .isEqualTo(new Problem.Refused("AWS", code));
        assertThat(stub.calls("AssumeRole")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ExpiredToken, 403",
        "ExpiredTokenException, 403",
        "Throttling, 400",
        "ThrottlingException, 400",
        "InternalFailure, 500",
        "ServiceUnavailable, 503",
        "AccessDenied, 503"
    })
    void whatMayPassIsUnavailable(String code, int status) {
        stub.fail("AssumeRole", status, code, 5);

        assertThat(Problems.of(() -> aws.broker.assume(plain())))
                .isInstanceOf(Problem.Unavailable.class);
        assertThat(stub.calls("AssumeRole")).isBetween(1, 2);
    }

    @Test
    void oneThrottledCallIsTriedAgain() {
        stub.fail("AssumeRole", 400, "Throttling", 1);

        assertThat(aws.broker.assume(plain()).role()).isEqualTo(ROLE);
        assertThat(stub.calls("AssumeRole")).isEqualTo(2);
    }

    @Test
    void sv12_aSilentStsIsGivenUpBeforeWeepGivesUp() {
        stub.slow("AssumeRole", Duration.ofMinutes(1), 5);
        long start = System.nanoTime();

        assertThat(Problems.of(() -> aws.broker.assume(plain())))
                .isInstanceOf(Problem.Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WEEP_WAITS);
    }

    @Test
    void anAnswerThatIsNotStsIsUnavailable() {
        stub.answer("AssumeRole", "<html>captive portal</html>");

        assertThat(Problems.of(() -> aws.broker.assume(plain())))
                .isInstanceOf(Problem.Unavailable.class);
    }

    @Test
    void theConfiguredEndPointIsOursWithTheRegionInItsPlace() {
        AwsSettings settings =
                AwsSettings.from(
                        YamlConfiguration.of(
                                "aws: {sts_endpoint_url: '" + stub.endpoint() + "/{region}'}"));
        try (Aws elsewhere =
                new Aws(URI.create("http://127.0.0.1:1"), settings, Clock.systemUTC())) {
            assertThat(elsewhere.broker.assume(plain()).role()).isEqualTo(ROLE);
        }
    }

    private static AssumeRole plain() {
        return new AssumeRole(
                ROLE,
                "ana@example.com",
                Duration.ofHours(1),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }
}
