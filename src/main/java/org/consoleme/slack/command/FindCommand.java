package org.consoleme.slack.command;

import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.util.List;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.SearchRoles;
import org.consoleme.access.Surface;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.message.SlackMessage;

/** {@code find}: looks among the caller's roles. */
@Single
public class FindCommand implements SlackCommand {
    private static final int MOST_ROWS = 10;

    private final LinkedCallers callers;
    private final SearchRoles search;
    private final RoleWords words;

    @Inject
    public FindCommand(LinkedCallers callers, SearchRoles search, RoleWords words) {
        this.callers = callers;
        this.search = search;
        this.words = words;
    }

    @Override
    public String verb() {
        return "find";
    }

    @Override
    public Usage usage() {
        return new Usage("find <words>", "looks among your roles: name, account, description");
    }

    @Override
    public SlackMessage handle(SlackCall call, CommandLine line) {
        return callers.with(
                call,
                caller -> {
                    List<EligibleRole> found =
                            search.handle(caller, line.all(), MOST_ROWS + 1, Surface.CLI);
                    if (found.isEmpty()) {
                        return new SlackMessage()
                                .line(plain("Nothing of yours matches \"" + line.all() + "\"."));
                    }
                    SlackMessage message = new SlackMessage().line(plain("Yours:"));
                    found.stream()
                            .limit(MOST_ROWS)
                            .forEach(
                                    role ->
                                            words.row(
                                                    message, PickedRole.of(role), role.cliOnly()));
                    return found.size() > MOST_ROWS
                            ? message.note("There are more: add a word.")
                            : message;
                });
    }
}
