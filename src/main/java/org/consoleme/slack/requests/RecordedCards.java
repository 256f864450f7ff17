package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackPlace;
import org.consoleme.slack.SlackTenant;

/** The cards in our record, by where somebody clicked or replied. */
@Single
public class RecordedCards {
    private final PostedCards cards;
    private final SlackTenant tenant;

    @Inject
    public RecordedCards(PostedCards cards, SlackTenant tenant) {
        this.cards = cards;
        this.tenant = tenant;
    }

    /**
     * The card there, also if it was written down before Slack had said which workspace that is.
     * Empty for what is no card with buttons.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}
     */
    Optional<PostedCard> at(SlackPlace place) {
        return cards.find(place.toString())
                .or(() -> tenant.formerHome().flatMap(id -> cards.find(place.of(id).toString())))
                .filter(card -> card.kind() == PostedCard.Kind.CARD);
    }
}
