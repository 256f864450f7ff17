package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.command.CommandLine;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.command.SlackCommand;
import org.consoleme.slack.message.SlackMessage;

/** {@code extend}: asks for more time with a role that one has for a time. */
@Single
public class ExtendCommand implements SlackCommand {
    private final LinkedCallers callers;
    private final GrantButtons grants;

    @Inject
    public ExtendCommand(LinkedCallers callers, GrantButtons grants) {
        this.callers = callers;
        this.grants = grants;
    }

    @Override
    public String verb() {
        return "extend";
    }

    @Override
    public Usage usage() {
        return new Usage("extend <role> [2h] [because …]", "asks for more time; somebody decides");
    }

    @Override
    public SlackMessage handle(SlackCall call, CommandLine line) {
        Said said = Said.of(line);
        if (said.words().isBlank()) {
            throw new Problem.Invalid(
                            "extend", "say which role: mine shows those that you have for a time")
                    .asException();
        }
        return callers.with(
                call,
                caller -> grants.extend(call, caller, said.words(), said.length(), line.reason()));
    }

    /** The length may stand last, with or without "for". */
    private record Said(String words, Optional<Duration> length) {
        static Said of(CommandLine line) {
            int space = line.words().lastIndexOf(' ');
            String last = line.words().substring(space + 1);
            return line.length().isEmpty() && space > 0 && last.matches("(\\d{1,3}h)?(\\d{1,4}m)?")
                    ? new Said(
                            line.words().substring(0, space),
                            Optional.of(CommandLine.duration(last)))
                    : new Said(line.words(), line.length());
        }
    }
}
