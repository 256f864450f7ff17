package org.consoleme.identity;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.consoleme.audit.AuditEvent.SlackLinkChanged;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UseCase;

/**
 * Links a Slack user to the person who confirms it in their own web session, or throws the ticket
 * away. Nothing is ever linked without this step.
 */
@UseCase
public class DecideSlackLink {
    /** In the audit trail, where nothing says which Slack user a ticket was for. */
    private static final String NOBODY = "no Slack user";

    private final SlackLinkTickets tickets;
    private final SlackLinks links;
    private final AuditTrail audit;
    private final SlackLinkAlarm alarm;
    private final Clock clock;

    @Inject
    public DecideSlackLink(
            SlackLinkTickets tickets,
            SlackLinks links,
            AuditTrail audit,
            SlackLinkAlarm alarm,
            Clock clock) {
        this.tickets = tickets;
        this.links = links;
        this.audit = audit;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound} for a ticket that is used up
     *     or never was; {@code Conflict} if the Slack user is linked to somebody else; {@code
     *     Forbidden} without a web session
     */
    public SlackLinkOffer handle(Caller caller, String ticket, boolean link) {
        if (caller.proof() != Proof.WEB_SESSION) {
            throw new Problem.Forbidden("Confirm this in the web console, signed in.")
                    .asException();
        }
        SlackProfile profile = tickets.take(ticket).orElseThrow(() -> notGood(caller, ticket));
        if (!link) {
            record(caller, profile.key().toString(), Outcome.DENIED, "NotMe");
            return new SlackLinkOffer(profile, SlackLinkOffer.State.REFUSED);
        }
        if (links.personOf(profile.key()).filter(user -> !user.equals(caller.user())).isPresent()) {
            record(caller, profile.key().toString(), Outcome.DENIED, "LinkedToAnother");
            alarm.claimedAgain(profile.key(), caller.user());
            throw new Problem.Conflict(
                            "This Slack user is linked to another person. They can type unlink first.")
                    .asException();
        }
        record(caller, profile.key().toString(), Outcome.DONE, "");
        try {
            links.link(profile.key(), caller.user(), clock.instant());
        } catch (ProblemException e) {
            record(
                    caller,
                    profile.key().toString(),
                    Outcome.FAILED,
                    e.problem().getClass().getSimpleName());
            if (e.problem() instanceof Problem.Conflict) {
                alarm.claimedAgain(profile.key(), caller.user());
            }
            throw e;
        }
        return new SlackLinkOffer(profile, SlackLinkOffer.State.LINKED);
    }

    /** One answer for all of them: a ticket that is used up tells nobody that it was one. */
    private ProblemException notGood(Caller caller, String ticket) {
        Optional<SlackProfile> used = tickets.used(ticket);
        record(
                caller,
                used.map(profile -> profile.key().toString()).orElse(NOBODY),
                Outcome.DENIED,
                used.isPresent() ? "TicketUsed" : "NoSuchTicket");
        return new Problem.NotFound("link", "").asException();
    }

    private void record(Caller caller, String subject, Outcome outcome, String reason) {
        audit.append(
                new SlackLinkChanged(
                        caller.origin(),
                        clock.instant(),
                        subject,
                        outcome,
                        Optional.of(reason).filter(text -> !text.isEmpty()),
                        Map.of("change", "link")));
    }
}
