package org.consoleme.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.RoleTagEligibility;
import org.consoleme.access.SearchRoles;
import org.consoleme.access.Surface;
import org.consoleme.access.UnitedEligibleRoles;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Proof;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.StackSettings;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/**
 * The index of a million roles, read from a real Redis into this process: its heap, somebody's
 * eligible roles, and the search.
 */
final class IndexBenchmark implements Benchmark {
    private static final RoleUniverse ROLES = new RoleUniverse(1_000, 1_000, 10_000);
    private static final int RESULTS = 20;
    private static final String ELIGIBLE =
            "eligible roles of one user, 1,000,000 roles × 10,000 groups, ";
    private static final String SEARCH = "search over 1,000,000 roles, first " + RESULTS + ", ";

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public void run(Workshop workshop, Consumer<Figure> figures) {
        StackSettings stack = workshop.stack("roles");
        try (LocalStackParts parts = workshop.open(stack)) {
            parts.startRedis();
            try (PublishedIndex published = new PublishedIndex(stack.ports().redis())) {
                published.publish(ROLES);
                measured(published, figures);
            }
        }
    }

    private static void measured(PublishedIndex published, Consumer<Figure> figures) {
        long before = heap();
        CurrentIndex index = new CurrentIndex(published.indexes(), new InMemoryAccounts());
        long start = System.nanoTime();
        index.refresh();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (index.get().size() != ROLES.size()) {
            throw new IllegalStateException("the index has " + index.get().size() + " roles");
        }
        figures.accept(
                new Figure(
                        "heap of the index of 1,000,000 roles, after a collection",
                        "< 2 GiB",
                        (heap() - before) / (1 << 20) + " MiB"));
        figures.accept(
                new Figure(
                        "reading that index from Redis, at a node's start",
                        "–",
                        String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3)));
        UnitedEligibleRoles eligible =
                new UnitedEligibleRoles(List.of(new RoleTagEligibility(index)), index);
        eligible(figures, eligible, "5 to 50 groups", 5, 50);
        eligible(figures, eligible, "50 groups", 50, 50);
        search(figures, index, "typical words", "billing", "deploy admin", "prod", "search api re");
        search(
                figures,
                index,
                "one letter after the other",
                prefixes("payments-ledger-admin-0042"));
        search(figures, index, "one role's ARN", ROLES.roleOf(99_999).toString());
        search(figures, index, "no match, unknown letters", "zzqxj");
        search(figures, index, "no match, known letters", "reader-admin", "admin-0042 reader-0042");
        own(figures, eligible);
    }

    private static void eligible(
            Consumer<Figure> figures, UnitedEligibleRoles eligible, String who, int from, int to) {
        List<Caller> callers = callers(from, to);
        Timed timed =
                Timed.calls(
                        1_000,
                        4_000,
                        i -> eligible.of(callers.get(i % callers.size()), Surface.CLI));
        int roles = eligible.of(callers.getLast(), Surface.CLI).size();
        figures.accept(
                new Figure(
                        ELIGIBLE + who,
                        "p99 < 5 ms",
                        timed.words() + " (" + roles + " roles for the last)"));
    }

    private static void search(
            Consumer<Figure> figures, CurrentIndex index, String what, String... typed) {
        List<List<String>> words =
                Arrays.stream(typed).map(t -> List.of(t.split(" ", -1))).toList();
        Timed timed =
                Timed.calls(
                        300, 2_000, i -> index.get().search(words.get(i % words.size()), RESULTS));
        figures.accept(new Figure(SEARCH + what, "p99 < 20 ms", timed.words()));
    }

    private static void own(Consumer<Figure> figures, UnitedEligibleRoles eligible) {
        SearchRoles search = new SearchRoles(eligible, new InMemoryAccounts());
        List<Caller> callers = callers(5, 50);
        Timed timed =
                Timed.calls(
                        1_000,
                        4_000,
                        i ->
                                search.handle(
                                        callers.get(i % callers.size()),
                                        "billing admin",
                                        RESULTS,
                                        Surface.CLI));
        figures.accept(
                new Figure(
                        "search among one's own roles, 5 to 50 groups",
                        "p99 < 20 ms",
                        timed.words()));
    }

    private static String[] prefixes(String text) {
        String[] all = new String[text.length()];
        for (int i = 0; i < all.length; i++) {
            all[i] = text.substring(0, i + 1);
        }
        return all;
    }

    private static List<Caller> callers(int from, int to) {
        Random random = new Random(1);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String person = RoleUniverse.person(random.nextInt(100_000));
            Set<GroupName> groups = new HashSet<>();
            int wanted = from + random.nextInt(to - from + 1);
            while (groups.size() < wanted) {
                groups.add(new GroupName(RoleUniverse.group(random.nextInt(ROLES.groups()))));
            }
            callers.add(
                    new Caller(
                            new UserId(person),
                            groups,
                            Proof.WEEP_TOKEN,
                            Instant.EPOCH,
                            new Origin(person, Door.WEEP, "bench", Optional.empty())));
        }
        return callers;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
