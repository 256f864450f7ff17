package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import com.slack.api.model.view.View;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.requests.AskedChange;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.command.CommandLine;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.command.SlackCommand;
import org.consoleme.slack.message.SlackMessage;

/** {@code request}: a whole line asks at once; less opens the form, filled with what was said. */
@Single
public class RequestCommand implements SlackCommand {
    /** The button that opens the form. */
    static final String ASK = "requests.ask";

    private static final int MOST_ROWS = 10;

    private final LinkedCallers callers;
    private final RequestableRoles roles;
    private final RequestAsking asking;

    @Inject
    public RequestCommand(LinkedCallers callers, RequestableRoles roles, RequestAsking asking) {
        this.callers = callers;
        this.roles = roles;
        this.asking = asking;
    }

    @Override
    public String verb() {
        return "request";
    }

    @Override
    public Usage usage() {
        return new Usage(
                "request [role|policy] <role> [in <account>] [for 2h] [because …]",
                "asks for a role for a time, or for a policy");
    }

    @Override
    public SlackMessage handle(SlackCall call, CommandLine line) {
        return callers.with(call, caller -> ask(call, caller, line));
    }

    /** A click on "Request access", or on one of several roles. */
    SlackMessage pressed(SlackCall call) {
        return callers.with(call, caller -> asking.form(call, caller, Asking.read(call.text())));
    }

    /**
     * A role was chosen in the form.
     *
     * @param at as Slack says it
     */
    SlackMessage chosen(SlackCall call, View shown, String at) {
        return callers.with(call, caller -> asking.chosen(caller, shown, at));
    }

    /** The global shortcut. */
    SlackMessage shortcut(SlackCall call) {
        return callers.with(call, caller -> asking.form(call, caller, Asking.NOTHING));
    }

    private SlackMessage ask(SlackCall call, Caller caller, CommandLine line) {
        Said said = Said.of(line.words());
        Asking begun = new Asking(said.kind(), Optional.empty(), line.length(), line.reason());
        if (said.words().isEmpty()) {
            return asking.form(call, caller, begun);
        }
        List<IndexedRole> meant =
                roles.meant(caller, said.kind(), said.words(), line.account(), MOST_ROWS + 1);
        return switch (meant.size()) {
            case 0 -> nothing(said.words(), begun);
            case 1 -> one(call, caller, begun, meant.getFirst().arn());
            default -> several(said.words(), begun, meant);
        };
    }

    private SlackMessage one(SlackCall call, Caller caller, Asking begun, RoleArn role) {
        boolean whole =
                begun.kind() == AskedFor.Kind.ROLE
                        && begun.length().isPresent()
                        && begun.because().isPresent();
        return whole
                ? asking.ask(
                        caller,
                        new AskedChange.Role(role, begun.length().get()),
                        begun.because().get(),
                        call.once())
                : asking.form(call, caller, begun.of(RoleKey.of(role)));
    }

    private SlackMessage several(String words, Asking begun, List<IndexedRole> meant) {
        SlackMessage message =
                new SlackMessage().line(plain("Several roles match \"" + words + "\":"));
        meant.stream()
                .limit(MOST_ROWS)
                .map(role -> RoleKey.of(role.arn()))
                .forEach(
                        key ->
                                message.row(
                                        key.name() + "  ·  " + roles.accountName(key.account()),
                                        SlackMessage.press(ASK, "Ask", begun.of(key).value())));
        return meant.size() > MOST_ROWS
                ? message.note("There are more: add a word, or \"in <account>\".")
                : message;
    }

    private static SlackMessage nothing(String words, Asking begun) {
        return new SlackMessage()
                .line(plain("Nothing that you may ask for matches \"" + words + "\"."))
                .buttons(SlackMessage.press(ASK, "Request access", begun.value()));
    }

    /** What stands before the clauses: perhaps a kind, then the role. */
    private record Said(AskedFor.Kind kind, String words) {
        static Said of(String text) {
            String[] parts = text.split(" ", 2);
            String rest = parts.length == 2 ? parts[1] : "";
            return switch (parts[0].toLowerCase(Locale.ROOT)) {
                case "role" -> new Said(AskedFor.Kind.ROLE, rest);
                case "policy" -> new Said(AskedFor.Kind.INLINE_POLICY, rest);
                default -> new Said(AskedFor.Kind.ROLE, text);
            };
        }
    }
}
