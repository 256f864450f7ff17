package org.consoleme.slack;

import com.slack.api.model.User;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Groups;
import org.consoleme.identity.OpaqueId;
import org.consoleme.identity.Proof;
import org.consoleme.identity.SlackLinks;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/**
 * Says who a Slack user is: by the id alone, through our own link table, and only for a full member
 * of our workspace as Slack knows them now. A flag that Slack leaves out counts against them where
 * Slack always sends it.
 */
@Single
public class SlackCallers {
    private final SlackApi slack;
    private final SlackLinks links;
    private final Groups groups;
    private final Clock clock;

    @Inject
    public SlackCallers(SlackApi slack, SlackLinks links, Groups groups, Clock clock) {
        this.slack = slack;
        this.links = links;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * @return empty if the Slack user is not linked to anybody
     * @throws org.consoleme.shared.ProblemException {@code Forbidden} for bots, guests, strangers
     *     and deactivated users; {@code StepUpRequired} if their groups are not known freshly
     *     enough
     */
    public Optional<Caller> callerOf(SlackCall call) {
        requireMember(call);
        return links.personOf(call.key()).map(this::caller);
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}
     */
    public User requireMember(SlackCall call) {
        User user = slack.user(call.user());
        boolean foreign =
                user.isStranger()
                        || !(call.team().equals(user.getTeamId())
                                || (call.enterprise().isPresent()
                                        && user.getEnterpriseUser() != null
                                        && call.enterprise()
                                                .get()
                                                .equals(
                                                        user.getEnterpriseUser()
                                                                .getEnterpriseId())));
        if (foreign
                || user.isDeleted()
                || user.isBot()
                || user.isWorkflowBot()
                || user.isRestricted()
                || user.isUltraRestricted()) {
            throw new Problem.Forbidden("Only full members of this workspace can use me.")
                    .asException();
        }
        return user;
    }

    private Caller caller(UserId user) {
        return new Caller(
                user,
                groups.of(user),
                Proof.SLACK_LINK,
                clock.instant(),
                new Origin(user.value(), Door.SLACK, OpaqueId.make(), Optional.empty()));
    }
}
