package org.consoleme.identity;

import jakarta.inject.Inject;
import org.consoleme.shared.UseCase;

/**
 * Gives a Slack user a ticket with which a signed-in person can link that Slack user to themselves.
 */
@UseCase
public class OfferSlackLink {
    private final SlackLinkTickets tickets;

    @Inject
    public OfferSlackLink(SlackLinkTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * @return the ticket: good for 10 minutes and one confirmation; goes to that Slack user alone
     */
    public String handle(SlackProfile profile) {
        return tickets.offer(profile);
    }
}
