package org.consoleme.slack;

import java.time.Duration;
import java.util.List;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.ApproversMayRevoke;
import org.consoleme.access.ExpireGrants;
import org.consoleme.access.GrantEnding;
import org.consoleme.access.LiveGrants;
import org.consoleme.access.MayRevoke;
import org.consoleme.access.PrepareRevoke;
import org.consoleme.access.ReturnGrant;
import org.consoleme.access.RevokeGrant;
import org.consoleme.access.StillEligible;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.identity.Authorities;
import org.consoleme.notifications.NotificationSettings;
import org.consoleme.notifications.RemindOfEnd;

/** How grants end behind a {@link SlackDoor}. */
final class GrantsBehindSlack {
    final ReturnGrant giveBack;
    final PrepareRevoke prepare;
    final RevokeGrant revoke;
    final ExpireGrants expire;
    final RemindOfEnd remind;

    GrantsBehindSlack(
            SlackDoor door,
            InMemoryGrants grants,
            LiveGrants known,
            ApprovalRules rules,
            Authorities authorities) {
        GrantEnding ending =
                new GrantEnding(
                        grants,
                        known,
                        role -> Duration.ofHours(1),
                        new StillEligible(door.eligible(known), door.groups, door.clock),
                        door.audit,
                        door.clock);
        MayRevoke rights = new ApproversMayRevoke(rules, authorities);
        giveBack = new ReturnGrant(ending);
        prepare = new PrepareRevoke(ending, rights);
        revoke = new RevokeGrant(ending, rights);
        expire = new ExpireGrants(grants, door.clock);
        remind = new RemindOfEnd(known, grants, new NotificationSettings(List.of()), door.clock);
    }
}
