package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import com.slack.api.model.block.element.ButtonElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Comment;
import org.consoleme.requests.RequestState;
import org.consoleme.slack.message.SlackLimits;
import org.consoleme.slack.message.SlackMessage;

/**
 * One thing that we say in the thread of a card.
 *
 * @param id by which it is known whether it was said, and found in the thread
 * @param aloud whether it is to be seen outside of the thread too
 */
record ThreadLine(String id, SlackMessage message, boolean aloud) {
    private static final String EARLIER = "earlier-";
    private static final String ANEW = "anew-";

    /**
     * Whether there is to decide anew beneath a card that was posted for another decision: what is
     * asked for was changed, or it was closed and opened again. Of a card from before these were
     * told apart it is not known.
     */
    static boolean isAnew(ChangeRequest request, PostedCard card) {
        return request.state() instanceof RequestState.Pending
                && !card.occasion().isEmpty()
                && !card.occasion().equals(request.hash());
    }

    /** That there is to decide anew: once for each content. */
    static ThreadLine anew(ChangeRequest request) {
        String id = ANEW + request.hash();
        return new ThreadLine(
                id,
                new SlackMessage()
                        .line(
                                id,
                                bold("● Waiting anew"),
                                plain(
                                        ": this was changed or opened again. The card shows what"
                                                + " counts now; approvals from before do not.")),
                true);
    }

    /**
     * What is still to be said, in order: of the talk before the card how much there was, then what
     * was said since, one by one.
     *
     * @param said ids of what stands there
     * @param page of the console that shows the request
     */
    static List<ThreadLine> missing(
            List<Comment> comments, Set<String> said, Instant posted, String page) {
        List<Comment> missing =
                comments.stream().filter(comment -> !said.contains(comment.id())).toList();
        List<ThreadLine> lines = new ArrayList<>();
        long before = missing.stream().filter(comment -> comment.at().isBefore(posted)).count();
        if (before > 0 && !said.contains(EARLIER + before)) {
            lines.add(earlier(before, page));
        }
        missing.stream()
                .filter(comment -> !comment.at().isBefore(posted))
                .forEach(comment -> lines.add(of(comment, page)));
        return lines;
    }

    /** Another number is another line: one that was written down late is not kept back. */
    private static ThreadLine earlier(long comments, String page) {
        String id = EARLIER + comments;
        String words = comments == 1 ? "1 earlier comment" : comments + " earlier comments";
        return new ThreadLine(
                id, new SlackMessage().line(id, plain(words)).buttons(lookCloser(page)), false);
    }

    private static ThreadLine of(Comment comment, String page) {
        SlackMessage message =
                new SlackMessage()
                        .line(
                                comment.id(),
                                bold(comment.by().value()),
                                plain(": “" + comment.text() + "”"));
        return new ThreadLine(
                comment.id(),
                comment.text().length() < SlackLimits.PIECE - 5
                        ? message
                        : message.buttons(lookCloser(page)),
                false);
    }

    private static ButtonElement lookCloser(String page) {
        return SlackMessage.link(RequestCard.OPEN, "Look closer", page, false);
    }
}
