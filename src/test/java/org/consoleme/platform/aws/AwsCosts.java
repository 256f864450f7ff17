package org.consoleme.platform.aws;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.credentials.AssumeRole;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.IamStub;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * What a call costs on our side: CPU time and allocation of the calling threads alone, without the
 * stub's. Run by hand; it asserts nothing.
 */
public final class AwsCosts {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AwsCosts() {}

    public static void main(String[] args) throws Exception {
        int threads = args.length > 0 ? Integer.parseInt(args[0]) : 16;
        broker(threads);
        reader(2, 500);
        reader(2, 100);
    }

    private static void broker(int threads) throws Exception {
        try (IamStub stub = new IamStub(1, 1, 1);
                AwsClients clients = clients(stub)) {
            StsCredentialBroker broker = new StsCredentialBroker(clients);
            AssumeRole request =
                    new AssumeRole(
                            RoleArn.parse("arn:aws:iam::200000000002:role/billing-reader"),
                            "ana@example.com",
                            Duration.ofHours(1),
                            Optional.empty(),
                            Map.of(),
                            Optional.empty());
            measure("AssumeRole, warming", threads, 20_000, () -> broker.assume(request));
            measure("AssumeRole", threads, 40_000, () -> broker.assume(request));
        }
    }

    private static void reader(int threads, int pageSize) throws Exception {
        int accounts = 100;
        try (IamStub stub = new IamStub(accounts, 500, pageSize);
                AwsClients clients = clients(stub)) {
            SpokeSessions sessions =
                    new SpokeSessions(
                            clients,
                            Settings.spoke("ConsoleMe"),
                            new HubIdentity(clients, Clock.systemUTC()),
                            Clock.systemUTC());
            SdkIamReader reader = new SdkIamReader(clients, sessions);
            AtomicLong next = new AtomicLong();
            AtomicLong bytes = new AtomicLong();
            Runnable one =
                    () ->
                            reader.read(
                                    account((int) (next.getAndIncrement() % accounts)),
                                    page ->
                                            page.forEach(
                                                    o -> bytes.addAndGet(o.document().length())));
            measure("account of 500 roles, pages of " + pageSize + ", warming", threads, 60, one);
            measure("account of 500 roles, pages of " + pageSize, threads, 120, one);
        }
    }

    private static void measure(String what, int threads, int times, Runnable call)
            throws InterruptedException {
        AtomicLong left = new AtomicLong(times);
        AtomicLong cpu = new AtomicLong();
        AtomicLong allocated = new AtomicLong();
        List<Thread> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            running.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        while (left.getAndDecrement() > 0) {
                                            call.run();
                                        }
                                        cpu.addAndGet(THREADS.getCurrentThreadCpuTime());
                                        allocated.addAndGet(
                                                THREADS.getCurrentThreadAllocatedBytes());
                                    }));
        }
        for (Thread thread : running) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f/s, %.0f us CPU, %.0f kB allocated each%n",
                what,
                times / seconds,
                cpu.get() / 1e3 / times,
                allocated.get() / 1024.0 / times);
    }

    static AwsClients clients(IamStub stub) {
        return new AwsClients(
                Settings.spoke("ConsoleMe"),
                new AwsRegion(Region.US_EAST_1),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDHUB", "secret")),
                Optional.of(stub.endpoint()),
                Optional.empty());
    }

    private static Account account(int number) {
        return new Account(
                new AccountId(IamStub.account(number)),
                "account",
                AccountStatus.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
    }
}
