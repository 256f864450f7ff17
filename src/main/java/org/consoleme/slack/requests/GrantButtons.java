package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.consoleme.access.AskedFor;
import org.consoleme.access.Grant;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slack.verify.Refusals;

/** Gives grants back, or asks for more time: by button, or for the commands of these names. */
@Single
public class GrantButtons {
    static final String RETURN = "requests.return";
    static final String EXTEND = "requests.extend";

    private final LinkedCallers callers;
    private final OwnGrants grants;
    private final GivingBack giving;
    private final RequestableRoles roles;
    private final RequestAsking asking;
    private final Refusals refusals;

    @Inject
    public GrantButtons(
            LinkedCallers callers,
            OwnGrants grants,
            GivingBack giving,
            RequestableRoles roles,
            RequestAsking asking,
            Refusals refusals) {
        this.callers = callers;
        this.grants = grants;
        this.giving = giving;
        this.roles = roles;
        this.asking = asking;
        this.refusals = refusals;
    }

    SlackMessage returnPressed(SlackCall call) {
        return callers.with(call, caller -> giveBack(caller, pressed(call, caller)));
    }

    SlackMessage extendPressed(SlackCall call) {
        return callers.with(
                call,
                caller ->
                        extend(
                                call,
                                caller,
                                pressed(call, caller),
                                Optional.empty(),
                                Optional.empty()));
    }

    /** All that one has of a role. */
    SlackMessage giveBack(SlackCall call, Caller caller, String words) {
        return giveBack(caller, typed(call, caller, words));
    }

    private SlackMessage giveBack(Caller caller, List<Grant> meant) {
        List<RoleArn> which = roles(meant);
        return which.size() == 1
                ? giving.handle(caller, meant)
                : RoleChoice.draw(
                        roles,
                        which,
                        role -> SlackMessage.press(RETURN, "Return early", role.toString()));
    }

    /** More time is a new request: somebody decides again. */
    SlackMessage extend(
            SlackCall call,
            Caller caller,
            String words,
            Optional<Duration> length,
            Optional<String> because) {
        return extend(call, caller, typed(call, caller, words), length, because);
    }

    private SlackMessage extend(
            SlackCall call,
            Caller caller,
            List<Grant> meant,
            Optional<Duration> length,
            Optional<String> because) {
        List<RoleArn> which = roles(meant);
        if (which.size() > 1) {
            return RoleChoice.draw(
                    roles,
                    which,
                    role ->
                            SlackMessage.press(
                                    RequestCommand.ASK,
                                    "Extend",
                                    again(role, length, because).value()));
        }
        Grant last = meant.getLast();
        return length.isPresent() && because.isPresent()
                ? asking.again(caller, last, length.get(), because.get(), call.once())
                : asking.form(call, caller, again(last.role(), length, because));
    }

    private static Asking again(RoleArn role, Optional<Duration> length, Optional<String> because) {
        return new Asking(AskedFor.Kind.ROLE, Optional.of(RoleKey.of(role)), length, because);
    }

    /** A button carries what is, or was, theirs who press it: anything else they put there. */
    private List<Grant> pressed(SlackCall call, Caller caller) {
        return meant(call, caller, call.text(), words -> true);
    }

    /** A word that means nothing is a typing mistake; the id of another person's grant is none. */
    private List<Grant> typed(SlackCall call, Caller caller, String words) {
        return meant(call, caller, words, grants::exists);
    }

    /**
     * @param another whether whoever means that, and not what is theirs, is in the audit trail
     */
    private List<Grant> meant(
            SlackCall call, Caller caller, String words, Predicate<String> another) {
        List<Grant> meant = grants.meant(caller, words);
        if (!meant.isEmpty()) {
            return meant;
        }
        if (grants.had(caller, words)) {
            throw new Problem.Conflict("It has ended: nothing of it is left.").asException();
        }
        if (another.test(words)) {
            refusals.refused(RequestProblems.NOT_YOURS, call.key());
        }
        throw new Problem.NotFound("grant", "").asException();
    }

    private static List<RoleArn> roles(List<Grant> grants) {
        return grants.stream().map(Grant::role).distinct().sorted().toList();
    }
}
