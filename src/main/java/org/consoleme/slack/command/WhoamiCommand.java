package org.consoleme.slack.command;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.Surface;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.message.SlackMessage;

/** {@code whoami}: who we think the asker is. */
@Single
public class WhoamiCommand implements SlackCommand {
    private static final int MOST_GROUPS = 20;

    private final LinkedCallers callers;
    private final ListEligibleRoles list;

    @Inject
    public WhoamiCommand(LinkedCallers callers, ListEligibleRoles list) {
        this.callers = callers;
        this.list = list;
    }

    @Override
    public String verb() {
        return "whoami";
    }

    @Override
    public Usage usage() {
        return new Usage("whoami", "says who I take you for");
    }

    @Override
    public SlackMessage handle(SlackCall call, CommandLine line) {
        return callers.with(
                call,
                caller -> {
                    List<String> groups =
                            caller.groups().stream().map(GroupName::value).sorted().toList();
                    String shown =
                            groups.stream().limit(MOST_GROUPS).collect(Collectors.joining(", "))
                                    + (groups.size() > MOST_GROUPS
                                            ? " and " + (groups.size() - MOST_GROUPS) + " more"
                                            : "");
                    int roles = list.handle(caller, Surface.CLI).roles().size();
                    return new SlackMessage()
                            .line(plain("You are "), bold(caller.user().value()), plain("."))
                            .line(
                                    plain(
                                            groups.isEmpty()
                                                    ? "You are in no group that I know of."
                                                    : "Groups: " + shown))
                            .line(plain("Roles open to you: " + roles));
                });
    }
}
