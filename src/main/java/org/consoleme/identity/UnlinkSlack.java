package org.consoleme.identity;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.consoleme.audit.AuditEvent.SlackLinkChanged;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.UseCase;

/** Takes the link of the caller's own Slack user away. */
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

    public void handle(Caller caller, SlackKey key) {
        audit.append(
                new SlackLinkChanged(
                        caller.origin(),
                        clock.instant(),
                        key.toString(),
                        Outcome.DONE,
                        Optional.empty(),
                        Map.of("change", "unlink")));
        links.unlink(key);
    }
}
