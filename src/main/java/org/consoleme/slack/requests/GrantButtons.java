package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        return callers.with(call, caller -> giveBack(call, caller, call.text()));
    }

    SlackMessage extendPressed(SlackCall call) {
        return callers.with(
                call,
                caller -> extend(call, caller, call.text(), Optional.empty(), Optional.empty()));
    }

    /** All that one has of a role. */
    SlackMessage giveBack(SlackCall call, Caller caller, String words) {
        List<Grant> meant = meant(call, caller, words);
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
        List<Grant> meant = meant(call, caller, words);
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

    /** Whoever means what is not theirs is in the audit trail. */
    private List<Grant> meant(SlackCall call, Caller caller, String words) {
        List<Grant> meant = grants.meant(caller, words);
        if (meant.isEmpty()) {
            refusals.refused(RequestProblems.NOT_YOURS, call.key());
            throw new Problem.NotFound("grant", "").asException();
        }
        return meant;
    }

    private static List<RoleArn> roles(List<Grant> grants) {
        return grants.stream().map(Grant::role).distinct().sorted().toList();
    }
}
