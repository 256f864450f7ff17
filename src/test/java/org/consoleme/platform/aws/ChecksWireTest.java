package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.Accounts;
import org.consoleme.operations.Check;
import org.consoleme.operations.Check.Finding;
import org.consoleme.operations.Check.State;
import org.consoleme.testing.IamStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChecksWireTest {
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
        Finding finding = new StsCheck(aws.hub).look();

        assertThat(finding.state()).isEqualTo(State.UP);
        assertThat(finding.detail()).contains("123456789012").contains("one hour at most");
    }

    @Test
    void withoutStsTheCheckIsDown() {
        stub.fail("GetCallerIdentity", 403, "InvalidClientTokenId", 3);

        Finding finding = new StsCheck(aws.hub).look();

        assertThat(finding.state()).isEqualTo(State.DOWN);
        assertThat(finding.detail()).isEqualTo("AWS said InvalidClientTokenId.");
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
                .contains("\"AWS\":\"arn:aws:iam::123456789012:role/ConsoleMeHub\"");
    }

    @Test
    void aSpokeThatBrokeSinceTheLastLookIsSeen() {
        Check check = spokes(1, Duration.ofSeconds(20));
        assertThat(check.look().state()).isEqualTo(State.UP);
        stub.fail("AssumeRole", 403, "AccessDenied", 1);

        assertThat(check.look().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void aSlowStsDoesNotHoldTheCheck() {
        stub.slow("AssumeRole", Duration.ofSeconds(30), 100);
        long start = System.nanoTime();

        Finding finding = spokes(9, Duration.ofMillis(300)).look();

        assertThat(finding.state()).isEqualTo(State.DEGRADED);
        assertThat(finding.detail()).contains("9 of 9").contains("no answer in time");
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
                aws.hub,
                Settings.spoke("ConsoleMe"),
                threads,
                limit);
    }

    private record Fixed(AccountList current) implements Accounts {
        @Override
        public void replace(AccountList accounts) {
            throw new UnsupportedOperationException();
        }
    }
}
