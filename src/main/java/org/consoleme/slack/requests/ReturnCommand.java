package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.command.CommandLine;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.command.SlackCommand;
import org.consoleme.slack.message.SlackMessage;

/** {@code return}: gives a role back before its time. */
@Single
public class ReturnCommand implements SlackCommand {
    private final LinkedCallers callers;
    private final GrantButtons grants;

    @Inject
    public ReturnCommand(LinkedCallers callers, GrantButtons grants) {
        this.callers = callers;
        this.grants = grants;
    }

    @Override
    public String verb() {
        return "return";
    }

    @Override
    public Usage usage() {
        return new Usage("return <role>", "gives a role back before its time");
    }

    @Override
    public SlackMessage handle(SlackCall call, CommandLine line) {
        if (line.all().isBlank()) {
            throw new Problem.Invalid(
                            "return", "say which role: mine shows those that you have for a time")
                    .asException();
        }
        return callers.with(call, caller -> grants.giveBack(call, caller, line.all()));
    }
}
