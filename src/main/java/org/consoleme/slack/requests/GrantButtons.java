package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.access.Grant;
import org.consoleme.access.ReturnGrant;
import org.consoleme.identity.Caller;
import org.consoleme.requests.AskedChange;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.message.SlackMessage;

/** Gives a grant back, or asks for more time: by button, or for the commands of these names. */
@Single
public class GrantButtons {
    static final String RETURN = "requests.return";
    static final String EXTEND = "requests.extend";

    private final LinkedCallers callers;
    private final OwnGrants grants;
    private final ReturnGrant giveBack;
    private final RequestAsking asking;

    @Inject
    public GrantButtons(
            LinkedCallers callers, OwnGrants grants, ReturnGrant giveBack, RequestAsking asking) {
        this.callers = callers;
        this.grants = grants;
        this.giveBack = giveBack;
        this.asking = asking;
    }

    SlackMessage returnPressed(SlackCall call) {
        return callers.with(call, caller -> giveBack(caller, call.text()));
    }

    SlackMessage extendPressed(SlackCall call) {
        return callers.with(
                call,
                caller -> extend(call, caller, call.text(), Optional.empty(), Optional.empty()));
    }

    SlackMessage giveBack(Caller caller, String words) {
        Grant grant = grants.meant(caller, words);
        return EndedMessage.returned(giveBack.handle(caller, grant.id()));
    }

    /** More time is a new request: somebody decides again. */
    SlackMessage extend(
            SlackCall call,
            Caller caller,
            String words,
            Optional<Duration> length,
            Optional<String> because) {
        Grant grant = grants.meant(caller, words);
        return length.isPresent() && because.isPresent()
                ? asking.ask(
                        caller,
                        new AskedChange.Role(grant.role(), length.get()),
                        because.get(),
                        call.once())
                : asking.form(
                        call,
                        caller,
                        new Asking(
                                AskedFor.Kind.ROLE,
                                Optional.of(RoleKey.of(grant.role())),
                                length,
                                because));
    }
}
