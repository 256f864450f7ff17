package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channel where a request's card stands, or is to stand: that of its rule; where it cannot
 * stand there, everybody's. There is one: a card that stands in a channel of our own keeps its
 * place, whatever the rules say by now.
 */
@Single
public class CardRoom {
    private static final Logger LOG = LoggerFactory.getLogger(CardRoom.class);

    private final PostedCards cards;
    private final SlackPosts posts;
    private final SlackSettings settings;
    private final SharedChannels shared;
    private final RestrictedChannels restricted;

    @Inject
    public CardRoom(
            PostedCards cards,
            SlackPosts posts,
            SlackSettings settings,
            SharedChannels shared,
            RestrictedChannels restricted) {
        this.cards = cards;
        this.posts = posts;
        this.settings = settings;
        this.shared = shared;
        this.restricted = restricted;
    }

    /**
     * Has the card posted, if it stands in no channel of our own.
     *
     * @param post posts in a channel; false if it cannot
     * @throws ProblemException as {@code post} does; also {@code Refused} if no channel has it, and
     *     one is there that does not let us post: somebody repairs that, and then it is posted
     */
    void fill(ChangeRequest request, RequestFacts known, Predicate<String> post) {
        Set<String> standing = standing(request);
        if (standing.stream().anyMatch(channel -> attempt(request, channel, this::ours))) {
            return;
        }
        List<String> channels =
                Stream.of(known.channel(), settings.approvalsChannel())
                        .flatMap(Optional::stream)
                        .distinct()
                        .filter(channel -> !standing.contains(channel))
                        .toList();
        List<ProblemException> refusals = new ArrayList<>();
        for (String channel : channels) {
            if (attempt(request, channel, at -> ours(at) && takes(at, post, refusals::add))) {
                return;
            }
        }
        if (!refusals.isEmpty()) {
            throw refusals.getLast();
        }
    }

    private boolean takes(
            String channel, Predicate<String> post, Consumer<ProblemException> refused) {
        try {
            boolean posted = post.test(channel);
            restricted.open(channel);
            return posted;
        } catch (ProblemException e) {
            if (restricted.note(channel, e)) {
                refused.accept(e);
            }
            throw e;
        }
    }

    private Set<String> standing(ChangeRequest request) {
        return cards.of(request.id()).stream()
                .filter(card -> card.kind() == PostedCard.Kind.CARD)
                .flatMap(card -> SlackPlace.read(card.place()).stream())
                .filter(place -> !place.direct())
                .map(SlackPlace::channel)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean attempt(ChangeRequest request, String channel, Predicate<String> step) {
        return OpenConversation.attempt(request, () -> step.test(channel));
    }

    /** Asked of Slack each time: what it said a minute ago may be wrong by now. */
    private boolean ours(String channel) {
        if (!posts.room(channel).shared()) {
            return true;
        }
        LOG.atError()
                .addKeyValue("channel", channel)
                .log("approvals channel is shared with others: nothing posted");
        shared.seen(channel);
        return false;
    }
}
