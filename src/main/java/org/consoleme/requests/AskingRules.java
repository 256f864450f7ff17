package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.consoleme.access.ApprovalRule;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.AskedFor;
import org.consoleme.access.EligibleRoles;
import org.consoleme.access.Ruling;
import org.consoleme.access.Surface;
import org.consoleme.identity.Caller;
import org.consoleme.identity.KnownPeople;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/** Who may ask for what, and whether anybody could approve it. */
@Single
public class AskingRules {
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private final ApprovalRules rules;
    private final EligibleRoles eligible;
    private final EnoughDecide enough;

    @Inject
    public AskingRules(
            ApprovalRules rules,
            EligibleRoles eligible,
            KnownPeople people,
            RequestSettings settings) {
        this.rules = rules;
        this.eligible = eligible;
        this.enough = new EnoughDecide(rules, people, settings);
    }

    /**
     * The rule by which the caller may ask for all of this.
     *
     * @throws ProblemException {@code Forbidden} with the reason, to somebody who may use the role
     *     and so knows of it; to everybody else {@code NotFound}, as if there were no such role
     */
    ApprovalRule toAsk(
            Caller caller, RoleArn role, Collection<AskedFor> asked, RequestAudit.Attempt attempt) {
        return switch (rules.ruling(asked)) {
            case Ruling.Governed(ApprovalRule rule) -> {
                if (!rules.mayAsk(rule, caller)) {
                    throw refusal(
                            caller, role, attempt, "NotAsker", "You cannot ask for this role.");
                }
                yield rule;
            }
            case Ruling.Closed(String cause, String sentence) ->
                    throw refusal(caller, role, attempt, cause, sentence);
        };
    }

    /**
     * The rule for what an edit makes of a change: as {@link #toAsk}, and policy administrators may
     * write whatever the rules let anybody ask for.
     */
    ApprovalRule forEdit(
            Caller caller,
            RoleArn role,
            Collection<AskedFor> asked,
            boolean administers,
            RequestAudit.Attempt attempt) {
        return administers && rules.ruling(asked) instanceof Ruling.Governed(ApprovalRule rule)
                ? rule
                : toAsk(caller, role, asked, attempt);
    }

    private ProblemException refusal(
            Caller caller,
            RoleArn role,
            RequestAudit.Attempt attempt,
            String cause,
            String sentence) {
        return attempt.refusal(
                cause,
                eligible.one(caller, Surface.CLI, role).isPresent()
                        ? new Problem.Forbidden(sentence)
                        : new Problem.NotFound("role", role.toString()));
    }

    /**
     * @throws ProblemException {@code Invalid} with the bounds
     */
    static void requireWithin(Duration length, ApprovalRule rule) {
        if (length.compareTo(SHORTEST) < 0
                || length.compareTo(rule.maxDuration()) > 0
                || !length.equals(Duration.ofMinutes(length.toMinutes()))) {
            throw new Problem.Invalid(
                            "minutes",
                            "from 15 to " + rule.maxDuration().toMinutes() + " whole minutes")
                    .asException();
        }
    }

    /**
     * As {@link EnoughDecide#require}.
     *
     * @throws ProblemException {@code Conflict}
     */
    void requireEnoughDecide(
            ApprovalRule rule,
            Caller caller,
            Collection<UserId> own,
            RequestAudit.Attempt attempt) {
        enough.require(rule, caller, own, attempt);
    }

    List<String> approvers(ApprovalRule rule) {
        return rules.approvers(rule);
    }
}
