package org.consoleme.slack;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Groups;
import org.consoleme.identity.OpaqueId;
import org.consoleme.identity.Proof;
import org.consoleme.identity.SlackLinks;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.slack.verify.Refusals;

/**
 * Says who a Slack user is: by the id alone, through our own link table, and only for a full member
 * of our workspace as Slack knows them now. A flag that Slack leaves out counts against them where
 * Slack always sends it.
 */
@Single
public class SlackCallers {
    /** What Slack says of an id that is no user's: a bot's own, say. */
    private static final Set<String> NOBODY = Set.of("user_not_found", "user_not_visible");

    private final SlackApi slack;
    private final SlackLinks links;
    private final Groups groups;
    private final Refusals refusals;
    private final SlackTenant tenant;
    private final Clock clock;

    @Inject
    public SlackCallers(
            SlackApi slack,
            SlackLinks links,
            Groups groups,
            Refusals refusals,
            SlackTenant tenant,
            Clock clock) {
        this.slack = slack;
        this.links = links;
        this.groups = groups;
        this.refusals = refusals;
        this.tenant = tenant;
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
     * For what everybody may whom we know: their groups are not asked for, so they are in none.
     *
     * @return empty if the Slack user is not linked to anybody
     * @throws org.consoleme.shared.ProblemException {@code Forbidden} as {@link #callerOf}; {@code
     *     Unauthenticated} if the directory says that they left, or does not know them
     */
    public Optional<Caller> speakerOf(SlackCall call) {
        requireMember(call);
        Optional<UserId> person = links.personOf(call.key());
        person.ifPresent(groups::requireKnown);
        return person.map(user -> caller(user, Set.of()));
    }

    /**
     * For decisions: as Slack and the directory know them at this moment. Whoever is refused is in
     * the audit trail.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unauthenticated} for a Slack user who is
     *     not linked; else as {@link #callerOf}
     */
    public Caller decider(SlackCall call) {
        requireMember(slack::userNow, call);
        try {
            return links.personOf(call.key())
                    .map(this::caller)
                    .orElseThrow(() -> new Problem.Unauthenticated(false).asException());
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.Unavailable)) {
                refusals.refused(e.problem().getClass().getSimpleName(), call.key());
            }
            throw e;
        }
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}; it is in the audit trail
     */
    public SlackMember requireMember(SlackCall call) {
        return requireMember(slack::user, call);
    }

    private SlackMember requireMember(Function<String, SlackMember> asSlackSays, SlackCall call) {
        return member(asSlackSays, call.user())
                .filter(SlackMember::full)
                .filter(member -> isAtHome(member, call))
                .orElseThrow(
                        () -> {
                            refusals.refused("NotAMember", call.key());
                            return new Problem.Forbidden(
                                            "Only full members of this workspace can use me.")
                                    .asException();
                        });
    }

    private static Optional<SlackMember> member(
            Function<String, SlackMember> asSlackSays, String user) {
        try {
            return Optional.of(asSlackSays.apply(user));
        } catch (ProblemException e) {
            if (SlackApi.error(e).filter(NOBODY::contains).isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** A member of this workspace, or of our whole enterprise where that is configured. */
    private boolean isAtHome(SlackMember member, SlackCall call) {
        return member.teamId().filter(call.team()::equals).isPresent()
                || (tenant.wholeEnterprise()
                        && call.enterprise().isPresent()
                        && call.enterprise().equals(member.enterpriseId()));
    }

    private Caller caller(UserId user) {
        return caller(user, groups.of(user));
    }

    private Caller caller(UserId user, Set<GroupName> of) {
        return new Caller(
                user,
                of,
                Proof.SLACK_LINK,
                clock.instant(),
                new Origin(user.value(), Door.SLACK, OpaqueId.make(), Optional.empty()));
    }
}
