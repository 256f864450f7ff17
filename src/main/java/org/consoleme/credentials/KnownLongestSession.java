package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.time.Duration;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.LongestSession;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/** From the role's maximum in the index, and from what we are in AWS ourselves. */
@Single
public class KnownLongestSession implements LongestSession {
    private final CurrentIndex index;
    private final HubRole hub;

    @Inject
    public KnownLongestSession(CurrentIndex index, HubRole hub) {
        this.index = index;
        this.hub = hub;
    }

    @Override
    public Duration of(RoleArn role) {
        Duration own =
                index.get()
                        .role(role)
                        .map(IndexedRole::maxSession)
                        .orElse(CredentialSettings.LONGEST);
        return chained() && own.compareTo(SessionLength.CHAINED) > 0 ? SessionLength.CHAINED : own;
    }

    private boolean chained() {
        try {
            return hub.isAssumedRole();
        } catch (ProblemException e) {
            return false; // not known just now: the longer bound holds in either case
        }
    }
}
