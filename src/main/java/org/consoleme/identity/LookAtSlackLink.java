package org.consoleme.identity;

import jakarta.inject.Inject;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;

/** Shows a signed-in person the Slack user that wants to be linked. Changes nothing. */
@UseCase
public class LookAtSlackLink {
    private final SlackLinkTickets tickets;

    @Inject
    public LookAtSlackLink(SlackLinkTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound} for a ticket that is no longer
     *     good, or never was
     */
    public SlackLinkOffer handle(Caller caller, String ticket) {
        return tickets.look(ticket)
                .map(profile -> new SlackLinkOffer(profile, SlackLinkOffer.State.OPEN))
                .or(
                        () ->
                                tickets.used(ticket)
                                        .map(p -> new SlackLinkOffer(p, SlackLinkOffer.State.USED)))
                .orElseThrow(() -> new Problem.NotFound("link", "").asException());
    }
}
