package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.consoleme.access.Grant;
import org.consoleme.notifications.CardThreads;
import org.consoleme.notifications.Notifier;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Comment;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackReplies;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackLimits;
import org.consoleme.slack.message.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the thread of each card what people say about its request elsewhere: once, in order, and
 * not in the thread that it came from. Runs again after a failure; a comment whose post went
 * without an answer is looked for in the thread first.
 */
@Single
public class RequestThreads implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(RequestThreads.class);

    private final PostedCards cards;
    private final CardThreads threads;
    private final SlackReplies replies;
    private final SlackPosts posts;
    private final SlackSettings settings;

    @Inject
    public RequestThreads(
            PostedCards cards,
            CardThreads threads,
            SlackReplies replies,
            SlackPosts posts,
            SlackSettings settings) {
        this.cards = cards;
        this.threads = threads;
        this.replies = replies;
        this.posts = posts;
        this.settings = settings;
    }

    @Override
    public void requestChanged(ChangeRequest request) {
        List<Comment> comments =
                request.comments().stream()
                        .filter(comment -> !comment.by().equals(ChangeRequest.SYSTEM))
                        .toList();
        if (settings.open() && !comments.isEmpty()) {
            cards.of(request.id()).stream()
                    .filter(card -> card.kind() == PostedCard.Kind.CARD)
                    .forEach(card -> tell(request, card, comments));
        }
    }

    @Override
    public void grantChanged(Grant grant) {
        // nobody says anything by that
    }

    private void tell(ChangeRequest request, PostedCard card, List<Comment> comments) {
        Set<String> said = threads.said(card.place());
        List<Comment> missing =
                comments.stream().filter(comment -> !said.contains(comment.id())).toList();
        SlackPlace.read(card.place())
                .filter(place -> !missing.isEmpty())
                .ifPresent(place -> unlessLost(request, () -> tell(request, place, missing)));
    }

    private void tell(ChangeRequest request, SlackPlace place, List<Comment> missing) {
        if (!direct(place) && posts.room(place.channel()).shared()) {
            return;
        }
        for (Comment comment : missing) {
            String card = place.toString();
            if (threads.begin(card, comment.id()) || !replies.stands(place, comment.id())) {
                replies.say(place, draw(request, comment));
            }
            threads.stands(card, comment.id());
        }
    }

    /** Nobody else is ever there, and we may not ask about it. */
    private static boolean direct(SlackPlace place) {
        return place.channel().startsWith("D");
    }

    private SlackMessage draw(ChangeRequest request, Comment comment) {
        SlackMessage message =
                new SlackMessage()
                        .line(
                                comment.id(),
                                bold(comment.by().value()),
                                plain(": “" + comment.text() + "”"));
        return comment.text().length() < SlackLimits.PIECE - 5
                ? message
                : message.buttons(
                        SlackMessage.link(
                                RequestCard.OPEN,
                                "Look closer",
                                settings.page("/requests/" + request.id()),
                                false));
    }

    /** A card that is gone, or in a channel that we have left, keeps nobody else from hearing. */
    private static void unlessLost(ChangeRequest request, Runnable post) {
        try {
            post.run();
        } catch (ProblemException e) {
            if (SlackApi.error(e).isEmpty()) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("request", request.id())
                    .addKeyValue("error", SlackApi.error(e).orElse(""))
                    .log("comment not said in a thread");
        }
    }
}
