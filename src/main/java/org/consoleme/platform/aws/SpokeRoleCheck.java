package org.consoleme.platform.aws;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.Accounts;
import org.consoleme.operations.Check;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the spoke role of every active account lets us in. An account that does is asked again
 * after a quarter of an hour, one that does not at each look; a few at a time, and behind the look
 * where they are many, which then says what is known so far.
 */
@Single
public class SpokeRoleCheck implements Check {
    private static final Logger LOG = LoggerFactory.getLogger(SpokeRoleCheck.class);
    private static final int AT_ONCE = 8;
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    /** Less than the self-check's own patience. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int NAMED = 20;

    private final Accounts accounts;
    private final SpokeSessions sessions;
    private final SpokeTrust trust;
    private final ExecutorService threads;
    private final Clock clock;
    private final Duration patience;
    private final Map<AccountId, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger working = new AtomicInteger();

    @Inject
    SpokeRoleCheck(
            Accounts accounts,
            SpokeSessions sessions,
            SpokeTrust trust,
            ManagedExecutorService threads,
            Clock clock) {
        this(accounts, sessions, trust, threads, clock, PATIENCE);
    }

    SpokeRoleCheck(
            Accounts accounts,
            SpokeSessions sessions,
            SpokeTrust trust,
            ExecutorService threads,
            Clock clock,
            Duration patience) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.trust = trust;
        this.threads = threads;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * @param words of AWS; empty if it let us in
     */
    private record Answer(String words, Instant at) {}

    @Override
    public String name() {
        return "spoke roles";
    }

    @Override
    public Finding look() {
        List<Account> active =
                accounts.current().accounts().stream()
                        .filter(account -> account.active() && account.syncEnabled())
                        .toList();
        answers.keySet().retainAll(active.stream().map(Account::id).toList());
        if (active.isEmpty()) {
            return Finding.off("no accounts are known yet");
        }
        ask(active.stream().filter(this::isDue).toList());
        return finding(active);
    }

    private boolean isDue(Account account) {
        Answer last = answers.get(account.id());
        return last == null
                || !last.words().isEmpty()
                || !last.at().plus(GOOD_FOR).isAfter(clock.instant());
    }

    /** Waits a little for the answers; what comes later is there at the next look. */
    private void ask(List<Account> due) {
        int workers = Math.min(AT_ONCE, due.size());
        if (workers == 0 || !working.compareAndSet(0, workers)) {
            return;
        }
        Queue<Account> waiting = new ConcurrentLinkedQueue<>(due);
        CountDownLatch done = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            start(waiting, done);
        }
        try {
            boolean all = done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            LOG.atDebug().addKeyValue("all", all).log("spoke roles asked");
        } catch (InterruptedException stopped) {
            waiting.clear();
            Thread.currentThread().interrupt();
        }
    }

    private void start(Queue<Account> waiting, CountDownLatch done) {
        Runnable work =
                () -> {
                    try {
                        for (Account next = waiting.poll(); next != null; next = waiting.poll()) {
                            answers.put(next.id(), new Answer(words(next), clock.instant()));
                        }
                    } finally {
                        working.decrementAndGet();
                        done.countDown();
                    }
                };
        try {
            threads.execute(work);
        } catch (RejectedExecutionException busy) {
            working.decrementAndGet();
            done.countDown();
        }
    }

    /** Asks STS anew: a session from before would hide that the role lets nobody in any more. */
    private String words(Account account) {
        try {
            sessions.forget(account.id());
            sessions.spoke(account.id());
            return "";
        } catch (ProblemException error) {
            return error.problem().sentence();
        } catch (RuntimeException error) {
            LOG.atError()
                    .addKeyValue("account", account.id())
                    .setCause(error)
                    .log("spoke role check broke");
            return "an error of our own; the log has it";
        }
    }

    private Finding finding(List<Account> active) {
        Map<Account, String> failed = new TreeMap<>(Comparator.comparing(Account::id));
        int unasked = 0;
        for (Account account : active) {
            Answer answer = answers.get(account.id());
            if (answer == null) {
                unasked++;
            } else if (!answer.words().isEmpty()) {
                failed.put(account, answer.words());
            }
        }
        if (unasked == active.size()) {
            return Finding.degraded(
                    "none of " + active.size() + " accounts answered yet",
                    "See whether STS can be reached; the next look says more.");
        }
        String rest = unasked == 0 ? "" : "; " + unasked + " did not answer yet";
        if (failed.isEmpty()) {
            return Finding.up(
                    (active.size() - unasked)
                            + " of "
                            + active.size()
                            + " accounts let us in"
                            + rest);
        }
        return Finding.degraded(
                failed.size()
                        + " of "
                        + active.size()
                        + " accounts do not: "
                        + named(failed)
                        + rest,
                trust.todo());
    }

    private static String named(Map<Account, String> failed) {
        List<String> lines = new ArrayList<>();
        failed.forEach(
                (account, words) -> {
                    if (lines.size() < NAMED) {
                        lines.add(account.id() + " (" + account.name() + "): " + words);
                    }
                });
        if (failed.size() > NAMED) {
            lines.add("and " + (failed.size() - NAMED) + " more");
        }
        return String.join("; ", lines);
    }
}
