package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * Says why a new mapping may not replace the last one. What the configuration took away is nobody's
 * accident; so it remembers, on this node, what the configuration said when it last looked.
 */
@Single
public class DropGuard {
    private final MappingSettings settings;
    private final AtomicReference<Set<MappingBuilder.Entry>> configuredBefore =
            new AtomicReference<>(Set.of());

    @Inject
    public DropGuard(MappingSettings settings) {
        this.settings = settings;
    }

    /**
     * @param neverRead accounts that should be read and never were
     * @param tagged what the role tags say now
     * @param configured what the configuration says now
     * @return a sentence with figures; empty if nothing speaks against publishing
     */
    Optional<String> objection(
            AuthorizationMapping last,
            Set<AccountId> neverRead,
            AuthorizationMapping tagged,
            AuthorizationMapping configured) {
        Set<MappingBuilder.Entry> now = MappingBuilder.entries(configured);
        Set<MappingBuilder.Entry> chosen = new HashSet<>(now);
        chosen.addAll(configuredBefore.getAndSet(now));
        Set<MappingBuilder.Entry> before = MappingBuilder.entries(last);
        before.removeAll(chosen);

        Map<AccountId, Long> lost =
                before.stream()
                        .flatMap(entry -> RoleArn.tryParse(entry.role()).stream())
                        .map(RoleArn::account)
                        .filter(neverRead::contains)
                        .collect(Collectors.groupingBy(a -> a, Collectors.counting()));
        if (!lost.isEmpty()) {
            return Optional.of(
                    lost.size()
                            + " account(s) were never read, and the published mapping holds "
                            + lost.values().stream().mapToLong(Long::longValue).sum()
                            + " entries of theirs: "
                            + names(lost.keySet()));
        }
        Set<MappingBuilder.Entry> after = MappingBuilder.entries(tagged);
        after.removeAll(chosen);
        long drop = before.size() - (long) after.size();
        return drop * 100 > (long) before.size() * settings.maxDropPercent()
                ? Optional.of(
                        "entries from role tags would fall from "
                                + before.size()
                                + " to "
                                + after.size()
                                + ", more than "
                                + settings.maxDropPercent()
                                + " %")
                : Optional.empty();
    }

    private static String names(Set<AccountId> accounts) {
        List<String> first = accounts.stream().sorted().limit(5).map(AccountId::value).toList();
        return String.join(", ", first) + (accounts.size() > first.size() ? ", …" : "");
    }
}
