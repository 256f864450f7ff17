package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consoleme.access.Grant;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinks;
import org.consoleme.notifications.Notifier;
import org.consoleme.notifications.PostedCard.Kind;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in Slack where a request stands: the approvals channel and the approvers who are named,
 * until it is decided; then the one who asked. Runs again after a failure: what is posted stands in
 * the record of posted cards, and is brought up to date instead of being posted twice. A post whose
 * fate is unknown counts for nothing until the record knows it: its buttons are dead.
 */
@Single
public class SlackNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(SlackNotifier.class);
    private static final int MOST_DIRECT = 10;

    /** What Slack says of a conversation that we cannot post to. */
    private static final Set<String> CLOSED =
            Set.of(
                    "channel_not_found",
                    "is_archived",
                    "not_in_channel",
                    "restricted_action",
                    "user_not_found",
                    "cannot_dm_bot",
                    "user_disabled");

    private final RequestCopies copies;
    private final RequestFactsReader facts;
    private final Requests requests;
    private final SlackLinks links;
    private final SlackPosts posts;
    private final SlackSettings settings;
    private final SharedChannels shared;

    @Inject
    public SlackNotifier(
            RequestCopies copies,
            RequestFactsReader facts,
            Requests requests,
            SlackLinks links,
            SlackPosts posts,
            SlackSettings settings,
            SharedChannels shared) {
        this.shared = shared;
        this.copies = copies;
        this.facts = facts;
        this.requests = requests;
        this.links = links;
        this.posts = posts;
        this.settings = settings;
    }

    @Override
    public void requestChanged(ChangeRequest request) {
        if (settings.open()) {
            tell(request, false);
        }
    }

    /** What came of a request shows on its cards. */
    @Override
    public void grantChanged(Grant grant) {
        if (settings.open()) {
            requests.find(grant.request()).ifPresent(request -> tell(request, true));
        }
    }

    private void tell(ChangeRequest request, boolean all) {
        RequestFacts known = facts.of(request);
        copies.refresh(request, known, all);
        switch (request.state()) {
            case RequestState.Pending pending -> ask(request, known);
            case RequestState.Approved approved -> {}
            case RequestState.Applying applying -> {}
            case RequestState.Applied applied -> report(request, known);
            case RequestState.Failed failed -> report(request, known);
            case RequestState.Rejected rejected -> report(request, known);
            case RequestState.Expired expired -> report(request, known);
            case RequestState.Cancelled cancelled -> {
                if (!cancelled.by().equals(request.requester())) {
                    report(request, known);
                }
            }
        }
    }

    private void ask(ChangeRequest request, RequestFacts known) {
        settings.approvalsChannel().ifPresent(channel -> inChannel(request, known, channel));
        known.approvers().stream()
                .filter(UserId::isUserId)
                .map(UserId::new)
                .filter(user -> !request.concerns(user))
                .flatMap(user -> links.of(user).stream().limit(1))
                .distinct()
                .limit(MOST_DIRECT)
                .forEach(key -> direct(request, known, Kind.CARD, key));
    }

    private void inChannel(ChangeRequest request, RequestFacts known, String channel) {
        if (copies.has(request, Kind.CARD, channel)) {
            return;
        }
        unlessClosed(
                request,
                () -> {
                    if (posts.room(channel).shared()) {
                        LOG.atError()
                                .addKeyValue("request", request.id())
                                .log("approvals channel is shared with others: nothing posted");
                        shared.seen(channel);
                    } else {
                        copies.post(request, known, Kind.CARD, channel);
                    }
                });
    }

    /** Once; later states are drawn over it. */
    private void report(ChangeRequest request, RequestFacts known) {
        Set<SlackKey> people = new LinkedHashSet<>();
        Stream.of(request.requester(), request.beneficiary())
                .distinct()
                .flatMap(user -> links.of(user).stream().limit(1))
                .forEach(people::add);
        people.forEach(key -> direct(request, known, Kind.MESSAGE, key));
    }

    private void direct(ChangeRequest request, RequestFacts known, Kind kind, SlackKey key) {
        unlessClosed(request, () -> copies.post(request, known, kind, posts.direct(key.user())));
    }

    /** Somebody whom Slack does not let us reach does not keep the others from hearing. */
    private static void unlessClosed(ChangeRequest request, Runnable post) {
        try {
            post.run();
        } catch (ProblemException e) {
            Optional<String> error = SlackApi.error(e).filter(CLOSED::contains);
            if (error.isEmpty()) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("request", request.id())
                    .addKeyValue("error", error.get())
                    .log("conversation cannot be posted to");
        }
    }
}
