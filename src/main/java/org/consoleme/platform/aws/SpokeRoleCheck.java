package org.consoleme.platform.aws;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.Accounts;
import org.consoleme.operations.Check;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the spoke role of every active account lets us in; a few at a time, for a limited time.
 */
@Single
public class SpokeRoleCheck implements Check {
    private static final Logger LOG = LoggerFactory.getLogger(SpokeRoleCheck.class);
    private static final int AT_ONCE = 8;
    private static final Duration ALTOGETHER = Duration.ofSeconds(30);
    private static final int NAMED = 20;

    private final Accounts accounts;
    private final SpokeSessions sessions;
    private final HubIdentity hub;
    private final AwsSettings settings;
    private final ExecutorService threads;
    private final Duration limit;

    @Inject
    SpokeRoleCheck(
            Accounts accounts,
            SpokeSessions sessions,
            HubIdentity hub,
            AwsSettings settings,
            ManagedExecutorService threads) {
        this(accounts, sessions, hub, settings, threads, ALTOGETHER);
    }

    SpokeRoleCheck(
            Accounts accounts,
            SpokeSessions sessions,
            HubIdentity hub,
            AwsSettings settings,
            ExecutorService threads,
            Duration limit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.hub = hub;
        this.settings = settings;
        this.threads = threads;
        this.limit = limit;
    }

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
        if (active.isEmpty()) {
            return Finding.off("no accounts are known yet");
        }
        Map<Account, String> failed = failures(active);
        if (failed.isEmpty()) {
            return Finding.up(active.size() + " of " + active.size() + " accounts let us in");
        }
        return Finding.degraded(
                failed.size() + " of " + active.size() + " accounts do not: " + named(failed),
                "In each of them, let the spoke role "
                        + settings.spokeRole().map(role -> role + " ").orElse("")
                        + "trust the hub: "
                        + trustPolicy());
    }

    /** What AWS said, by account; accounts that let us in are not there. */
    private Map<Account, String> failures(List<Account> active) {
        Queue<Account> waiting = new ConcurrentLinkedQueue<>(active);
        Map<Account, String> words = new ConcurrentHashMap<>();
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(AT_ONCE, active.size()); i++) {
            workers.add(threads.submit(() -> work(waiting, words)));
        }
        long end = System.nanoTime() + limit.toNanos();
        workers.forEach(worker -> await(worker, end - System.nanoTime()));
        waiting.clear();
        Map<Account, String> failed = new TreeMap<>(Comparator.comparing(Account::id));
        for (Account account : active) {
            failed.put(account, words.getOrDefault(account, "no answer in time"));
        }
        failed.values().removeIf(String::isEmpty);
        return failed;
    }

    private void work(Queue<Account> waiting, Map<Account, String> words) {
        for (Account account = waiting.poll(); account != null; account = waiting.poll()) {
            words.put(account, ask(account));
        }
    }

    /** Asks STS anew: a session from before would hide that the role lets nobody in any more. */
    private String ask(Account account) {
        try {
            sessions.forget(account.id());
            sessions.spoke(account.id());
            return "";
        } catch (ProblemException error) {
            return error.problem().sentence();
        }
    }

    private static void await(Future<?> worker, long nanos) {
        try {
            worker.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            worker.cancel(true);
        } catch (ExecutionException error) {
            LOG.atError().setCause(error).log("spoke role check failed");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String named(Map<Account, String> failed) {
        List<String> lines = new ArrayList<>();
        failed.entrySet().stream()
                .limit(NAMED)
                .forEach(
                        entry ->
                                lines.add(
                                        entry.getKey().id()
                                                + " ("
                                                + entry.getKey().name()
                                                + "): "
                                                + entry.getValue()));
        if (failed.size() > NAMED) {
            lines.add("and " + (failed.size() - NAMED) + " more");
        }
        return lines.stream().collect(Collectors.joining("; "));
    }

    private String trustPolicy() {
        String principal;
        try {
            principal = hub.get().principal();
        } catch (ProblemException unknown) {
            principal = "the hub role's ARN";
        }
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":["sts:AssumeRole","sts:TagSession"]}]}"""
                .formatted(principal);
    }
}
