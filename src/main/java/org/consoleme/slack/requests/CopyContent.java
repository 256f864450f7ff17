package org.consoleme.slack.requests;

import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackMessage;

/** What a copy of a request says, by its kind and by where it stands. */
final class CopyContent {
    private final SlackPosts posts;
    private final OutcomeMessage outcomes;
    private final SlackSettings settings;

    CopyContent(SlackPosts posts, OutcomeMessage outcomes, SlackSettings settings) {
        this.posts = posts;
        this.outcomes = outcomes;
        this.settings = settings;
    }

    /** Of one that is about to be posted. */
    SlackMessage first(ChangeRequest request, RequestFacts facts, PostedCard.Kind kind) {
        return draw(request, facts, kind, true);
    }

    /**
     * Of one that stands. A channel that was shared with others later is told nothing more. A
     * message from when no news was written down has had all of them drawn over it.
     */
    SlackMessage now(ChangeRequest request, RequestFacts facts, PostedCard card, SlackPlace place) {
        boolean latest = card.occasion().isEmpty() || News.told(card, request, facts);
        return !place.direct() && posts.room(place.channel()).shared()
                ? RequestCard.withheld(page(request))
                : draw(request, facts, card.kind(), latest);
    }

    /**
     * @param latest whether no later news has a message of its own
     */
    private SlackMessage draw(
            ChangeRequest request, RequestFacts facts, PostedCard.Kind kind, boolean latest) {
        return switch (kind) {
            case CARD -> RequestCard.draw(request, facts, page(request));
            case MESSAGE -> outcomes.forRequester(request, facts, latest);
            case BENEFICIARY -> outcomes.forBeneficiary(request, facts, latest);
            case ENDING -> EndingMessage.draw(request, facts);
        };
    }

    private String page(ChangeRequest request) {
        return settings.page("/requests/" + request.id());
    }
}
