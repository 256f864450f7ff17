package org.consoleme.slack;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import org.consoleme.identity.OpaqueId;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinkAlarm;
import org.consoleme.identity.SlackLinks;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.slack.message.SlackMessage;

/** Tells the administrators of a Slack user that two people want. */
@Single
public class LinkConflicts implements SlackLinkAlarm {
    private static final String NOBODY_KNOWN = "somebody else";

    private final SlackWork work;
    private final AdminAlerts alerts;
    private final SlackLinks links;
    private final SlackSettings settings;

    @Inject
    public LinkConflicts(
            SlackWork work, AdminAlerts alerts, SlackLinks links, SlackSettings settings) {
        this.work = work;
        this.alerts = alerts;
        this.links = links;
        this.settings = settings;
    }

    @Override
    public void claimedAgain(SlackKey key, UserId claimer) {
        if (settings.open()) {
            work.begin("claim " + OpaqueId.make(), () -> tell(key, claimer));
        }
    }

    private void tell(SlackKey key, UserId claimer) {
        alerts.tell(
                "claim " + key + " by " + claimer.key(),
                new SlackMessage()
                        .line(
                                bold(claimer.value()),
                                plain(
                                        " wanted to link the Slack user "
                                                + key.user()
                                                + ", who is linked to "),
                                bold(holder(key)),
                                plain(". It was refused."))
                        .line(
                                plain(
                                        "Ask both. The one who has it now types "
                                                + settings.command()
                                                + " unlink if it is not theirs.")));
    }

    /** Administrators must hear of it all the same when the name cannot be read. */
    private String holder(SlackKey key) {
        try {
            return links.personOf(key).map(UserId::value).orElse(NOBODY_KNOWN);
        } catch (ProblemException away) {
            return NOBODY_KNOWN;
        }
    }
}
