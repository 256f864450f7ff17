package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.Accounts;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.operations.Check;
import org.consoleme.operations.Check.Finding;
import org.consoleme.operations.Check.State;
import org.consoleme.testing.IamStub;
import org.consoleme.testing.Roles;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChecksWireTest {
    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private IamStub stub;
    private Aws aws;

    @BeforeEach
    void start() throws IOException {
        stub = new IamStub(1, 0, 1);
        aws = new Aws(stub.endpoint(), Settings.spoke("ConsoleMe"), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        aws.close();
        stub.close();
        threads.shutdownNow();
    }

    @Test
    void stsSaysWhoWeAre() {
        Finding finding = new StsCheck(aws.hub, Settings.NONE).look();

        assertThat(finding.state()).isEqualTo(State.UP);
        assertThat(finding.detail()).contains("123456789012").contains("one hour at most");
    }

    @Test
    void withoutStsTheCheckIsDown() {
        stub.fail("GetCallerIdentity", 403, "InvalidClientTokenId", 3);

        Finding finding = new StsCheck(aws.hub, Settings.NONE).look();

        assertThat(finding.state()).isEqualTo(State.DOWN);
        assertThat(finding.detail()).isEqualTo("AWS said InvalidClientTokenId.");
    }

    @Test
    void keysOfAnotherAccountThanTheConfigurationSaysAreSeen() {
        AwsSettings other =
                AwsSettings.from(YamlConfiguration.of("aws: {account_number: '999999999999'}"));

        Finding finding = new StsCheck(aws.hub, other).look();

        assertThat(finding.state()).isEqualTo(State.DEGRADED);
        assertThat(finding.detail()).contains("aws.account_number says 999999999999");
    }

    @Test
    void everyCallToStsIsTimedByOutcome() {
        stub.fail("AssumeRole", 403, "AccessDenied", 1);

        spokes(2, Duration.ofSeconds(20)).look();

        assertThat(sts("denied")).isEqualTo(1);
        assertThat(sts("done")).isEqualTo(1);
    }

    private long sts(String outcome) {
        return aws.meters
                .get("consoleme.sts.calls")
                .tag("operation", "AssumeRole")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void everyActiveAccountIsTried() {
        Finding finding = spokes(30, Duration.ofSeconds(20)).look();

        assertThat(finding).isEqualTo(Finding.up("30 of 30 accounts let us in"));
        assertThat(stub.calls("AssumeRole")).isEqualTo(30);
    }

    @Test
    void aBrokenSpokeIsNamedWithAwssWordsAndTheTrustPolicyToAdd() {
        stub.fail("AssumeRole", 403, "AccessDenied", 1);

        Finding finding = spokes(1, Duration.ofSeconds(20)).look();

        assertThat(finding.state()).isEqualTo(State.DEGRADED);
        assertThat(finding.detail())
                .isEqualTo(
                        "1 of 1 accounts do not: 500000000000 (account-500000000000): AWS said AccessDenied.");
        assertThat(finding.todo().orElseThrow())
                .contains(
                        "\"AWS\":\"arn:aws:iam::123456789012:role/ConsoleMeHub\"},\"Action\":\"sts:AssumeRole\"}");
    }

    @Test
    void theHubsPathIsInTheTrustPolicyWhereTheJobsHaveReadIt() {
        stub.fail("AssumeRole", 403, "AccessDenied", 1);
        indexes.publish(
                Roles.account(
                        "123456789012",
                        Roles.role(
                                "arn:aws:iam::123456789012:role/hub/ConsoleMeHub",
                                Set.of(),
                                Set.of())));

        assertThat(spokes(1, Duration.ofSeconds(20)).look().todo().orElseThrow())
                .contains("\"arn:aws:iam::123456789012:role/hub/ConsoleMeHub\"");
    }

    @Test
    void aSpokeThatBrokeIsSeenAfterAQuarterOfAnHourAndItsRepairAtTheNextLook() {
        Check check = spokes(1, Duration.ofSeconds(20));
        assertThat(check.look().state()).isEqualTo(State.UP);
        stub.fail("AssumeRole", 403, "AccessDenied", 1);
        assertThat(check.look().state()).isEqualTo(State.UP);

        clock.advance(Duration.ofMinutes(15));

        assertThat(check.look().state()).isEqualTo(State.DEGRADED);
        assertThat(check.look().state()).isEqualTo(State.UP);
        assertThat(stub.calls("AssumeRole")).isEqualTo(3);
    }

    @Test
    void aSlowStsDoesNotHoldTheCheck() {
        stub.slow("AssumeRole", Duration.ofSeconds(30), 100);
        long start = System.nanoTime();

        Finding finding = spokes(9, Duration.ofMillis(300)).look();

        assertThat(finding.state()).isEqualTo(State.DEGRADED);
        assertThat(finding.detail()).isEqualTo("none of 9 accounts answered yet");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void withoutAccountsThereIsNothingToCheck() {
        assertThat(spokes(0, Duration.ofSeconds(1)).look().state()).isEqualTo(State.OFF);
    }

    @Test
    void withoutABucketS3IsOff() {
        assertThat(new S3Check(aws.clients, Settings.NONE).look().state()).isEqualTo(State.OFF);
    }

    private Check spokes(int accounts, Duration limit) {
        List<Account> all =
                IntStream.range(0, accounts).mapToObj(IamStub::account).map(Aws::account).toList();
        return new SpokeRoleCheck(
                new Fixed(new AccountList(all, Instant.EPOCH)),
                aws.sessions,
                new SpokeTrust(aws.hub, indexes, Settings.spoke("ConsoleMe")),
                threads,
                clock,
                limit);
    }

    private record Fixed(AccountList current) implements Accounts {
        @Override
        public void replace(AccountList accounts) {
            throw new UnsupportedOperationException();
        }
    }
}
