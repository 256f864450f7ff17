package org.consoleme.identity;

import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.Single;

/** The open offers to link a Slack user: each good for ten minutes, and for one confirmation. */
@Single
public class SlackLinkTickets {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final String OPEN = "slack-link:";
    private static final String USED = "slack-link-used:";

    private final Ephemeral store;

    @Inject
    public SlackLinkTickets(Ephemeral store) {
        this.store = store;
    }

    String offer(SlackProfile profile) {
        String ticket = OpaqueId.make();
        store.put(OPEN + ticket, write(profile), LIFE);
        return ticket;
    }

    Optional<SlackProfile> look(String ticket) {
        return OpaqueId.looksLikeOne(ticket)
                ? store.get(OPEN + ticket).map(SlackLinkTickets::read)
                : Optional.empty();
    }

    /** Only one of several takers gets it. */
    Optional<SlackProfile> take(String ticket) {
        if (!OpaqueId.looksLikeOne(ticket)) {
            return Optional.empty();
        }
        Optional<SlackProfile> taken = store.take(OPEN + ticket).map(SlackLinkTickets::read);
        taken.ifPresent(profile -> store.put(USED + ticket, write(profile), LIFE));
        return taken;
    }

    Optional<SlackProfile> used(String ticket) {
        return OpaqueId.looksLikeOne(ticket)
                ? store.get(USED + ticket).map(SlackLinkTickets::read)
                : Optional.empty();
    }

    private static String write(SlackProfile profile) {
        return Stream.of(
                        profile.key().toString(),
                        profile.name(),
                        profile.workspace(),
                        profile.picture().orElse(""))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static SlackProfile read(String text) {
        List<String> parts =
                Arrays.stream(text.split("&", -1))
                        .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                        .toList();
        return new SlackProfile(
                SlackKey.parse(parts.get(0)),
                parts.get(1),
                parts.get(2),
                Optional.of(parts.get(3)).filter(picture -> !picture.isEmpty()));
    }
}
