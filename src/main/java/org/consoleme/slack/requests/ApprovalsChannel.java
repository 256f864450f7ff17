package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consoleme.identity.OpaqueId;
import org.consoleme.operations.Check;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.SlackWork;

/**
 * Whether approval cards can be posted where the configuration and the rules say. What was fine is
 * asked again after five minutes, so that Slack has time for those who post; and only so many are
 * asked at a look that it ends in time.
 */
@Single
public class ApprovalsChannel implements Check {
    private static final Duration FINE_FOR = Duration.ofMinutes(5);

    /** A look has ten seconds, and one call may take five. */
    private static final Duration LONGEST_ASKING = Duration.ofSeconds(4);

    private final SlackSettings settings;
    private final SlackPosts posts;
    private final CardChannels named;
    private final SharedChannels shared;
    private final RestrictedChannels restricted;
    private final SlackWork work;
    private final Clock clock;
    private final Map<String, Instant> fineUntil = new ConcurrentHashMap<>();

    @Inject
    public ApprovalsChannel(
            SlackSettings settings,
            SlackPosts posts,
            CardChannels named,
            SharedChannels shared,
            RestrictedChannels restricted,
            SlackWork work,
            Clock clock) {
        this.settings = settings;
        this.posts = posts;
        this.named = named;
        this.shared = shared;
        this.restricted = restricted;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "slack approvals channel";
    }

    @Override
    public Finding look() {
        Map<String, String> channels = settings.open() ? named.named() : Map.of();
        if (channels.isEmpty()) {
            return Finding.off(
                    "no slack.approvals_channel: only approvers who are named hear of requests");
        }
        fineUntil.keySet().retainAll(channels.keySet());
        Instant end = clock.instant().plus(LONGEST_ASKING);
        List<Finding> bad = new ArrayList<>();
        for (Map.Entry<String, String> entry : channels.entrySet()) {
            if (clock.instant().isBefore(end)) {
                wrong(entry.getKey(), entry.getValue()).ifPresent(bad::add);
            }
        }
        return bad.isEmpty() ? Finding.up("approval cards are posted there") : worst(bad);
    }

    private Optional<Finding> wrong(String channel, String key) {
        Optional<Finding> found = fine(channel) ? Optional.empty() : look(channel, key);
        return found.or(() -> restricted.why(channel).map(error -> restricted(error, key)));
    }

    /** What Slack says only when something is posted, and was the last that it said. */
    private static Finding restricted(String error, String key) {
        return Finding.degraded(
                key + ": Slack does not let the app post in the channel: " + error,
                "let the app post in the channel, or set "
                        + key
                        + " to another one; the cards that wait follow");
    }

    private boolean fine(String channel) {
        Instant until = fineUntil.get(channel);
        return until != null && clock.instant().isBefore(until);
    }

    /** As bad as the worst, which comes first; all are named. */
    private static Finding worst(List<Finding> bad) {
        List<Finding> sorted =
                bad.stream()
                        .sorted(Comparator.comparing(finding -> finding.state() != State.DOWN))
                        .toList();
        Function<Function<Finding, String>, String> joined =
                part -> sorted.stream().map(part).distinct().collect(Collectors.joining("; "));
        return new Finding(
                sorted.getFirst().state(),
                joined.apply(Finding::detail),
                Optional.of(joined.apply(finding -> finding.todo().orElse(""))));
    }

    /**
     * @return what is wrong with it
     */
    private Optional<Finding> look(String channel, String key) {
        try {
            SlackPosts.Room room = posts.room(channel);
            Finding found = found(room, key);
            if (found.state() == State.UP) {
                fineUntil.put(channel, clock.instant().plus(FINE_FOR));
                work.begin("own " + OpaqueId.make(), () -> shared.ours(channel));
                return Optional.empty();
            }
            if (room.shared()) {
                work.begin("shared " + OpaqueId.make(), () -> shared.seen(channel));
            }
            return Optional.of(found);
        } catch (ProblemException e) {
            return Optional.of(
                    Finding.degraded(
                            key + ": " + e.problem().sentence(),
                            SlackApi.error(e).isPresent()
                                    ? "set "
                                            + key
                                            + " to a channel's id, and invite the app into it"
                                    : "check that Slack can be reached"));
        }
    }

    private static Finding found(SlackPosts.Room room, String key) {
        if (room.shared()) {
            return Finding.down(
                    key
                            + ": the channel is shared with another organization: nothing is posted"
                            + " there",
                    "set " + key + " to a private channel of your own");
        }
        if (room.archived()) {
            return Finding.degraded(
                    key + ": the channel is archived", "set " + key + " to another one");
        }
        return room.member()
                ? Finding.up("approval cards are posted there")
                : Finding.degraded(
                        key + ": the app is not in the channel", "invite the app into the channel");
    }
}
