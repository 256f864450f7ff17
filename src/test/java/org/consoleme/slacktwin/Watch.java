package org.consoleme.slacktwin;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Workspace;

/** Waits for what people are to see. What is ephemeral, and each modal, is given once. */
final class Watch {

    private final Workspace workspace;
    private final Function<Message, String> draw;
    private final Set<String> given = new HashSet<>();

    Watch(Workspace workspace, Function<Message, String> draw) {
        this.workspace = workspace;
        this.draw = draw;
    }

    Message ephemeral(String userId, Duration limit) {
        return await(() -> nextEphemeral(userId), limit, "ephemeral message for " + userId);
    }

    /** What has come so far counts as given. */
    void forget(String userId) {
        boolean more = true;
        while (more) {
            more = nextEphemeral(userId).isPresent();
        }
    }

    Message message(Predicate<Message> wanted, Duration limit) {
        return await(
                () -> workspace.messages().all().stream().filter(wanted).findFirst(),
                limit,
                "such message");
    }

    SlackView modal(String userId, Duration limit) {
        return await(() -> nextModal(userId), limit, "modal for " + userId);
    }

    SlackView home(String userId, Duration limit) {
        return await(() -> workspace.views().home(userId), limit, "Home tab for " + userId);
    }

    private <T> T await(Supplier<Optional<T>> probe, Duration limit, String what) {
        return workspace
                .changes()
                .await(probe, limit)
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no "
                                                + what
                                                + " within "
                                                + limit
                                                + "; there is: "
                                                + all()));
    }

    private synchronized Optional<Message> nextEphemeral(String userId) {
        return workspace.messages().all().stream()
                .filter(m -> m.ephemeralTo().filter(userId::equals).isPresent())
                .filter(m -> given.add(m.channel() + " " + m.ts() + " " + m.revision()))
                .findFirst();
    }

    private synchronized Optional<SlackView> nextModal(String userId) {
        return workspace.views().top(userId).filter(v -> given.add(v.id() + " " + v.hash()));
    }

    private List<String> all() {
        return workspace.messages().all().stream().map(draw).toList();
    }
}
