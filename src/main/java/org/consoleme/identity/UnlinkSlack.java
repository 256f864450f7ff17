package org.consoleme.identity;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.consoleme.audit.AuditEvent.SlackLinkChanged;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.UseCase;

/** Takes the link of a Slack user away; that Slack user may always do so. */
@UseCase
public class UnlinkSlack {
    private final SlackLinks links;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public UnlinkSlack(SlackLinks links, AuditTrail audit, Clock clock) {
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return false if there was no link
     */
    public boolean handle(Origin origin, SlackKey key) {
        if (links.personOf(key).isEmpty()) {
            return false;
        }
        audit.append(
                new SlackLinkChanged(
                        origin,
                        clock.instant(),
                        key.toString(),
                        Outcome.DONE,
                        Optional.empty(),
                        Map.of("change", "unlink")));
        return links.unlink(key);
    }
}
