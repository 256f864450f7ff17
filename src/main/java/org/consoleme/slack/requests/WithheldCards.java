package org.consoleme.slack.requests;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.RequestId;

/**
 * Whose cards were taken out of a shared channel: what was decided since is not under way any more,
 * and its card comes back all the same. Each method throws {@code Unavailable}.
 */
final class WithheldCards {
    /** Whoever asked so long ago asks again. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final int MOST = 2000;
    private static final String BETWEEN = ",";

    private final Ephemeral store;

    WithheldCards(Ephemeral store) {
        this.store = store;
    }

    /** Besides those that were noted before. */
    void note(String channel, Collection<RequestId> requests) {
        if (requests.isEmpty()) {
            return;
        }
        Set<RequestId> all = new LinkedHashSet<>(requests);
        in(channel).ifPresent(all::addAll);
        store.put(
                key(channel),
                all.stream().limit(MOST).map(RequestId::value).collect(Collectors.joining(BETWEEN)),
                REMEMBERED);
    }

    /** Empty if none was taken out of it. */
    Optional<Set<RequestId>> in(String channel) {
        return store.get(key(channel))
                .map(
                        ids ->
                                Stream.of(ids.split(BETWEEN))
                                        .filter(RequestId::isRequestId)
                                        .map(RequestId::new)
                                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    void forget(String channel) {
        store.take(key(channel));
    }

    private static String key(String channel) {
        return "slack-withheld:" + channel;
    }
}
