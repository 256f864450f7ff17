package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import com.slack.api.model.block.element.ButtonElement;
import java.util.List;
import java.util.function.Function;
import org.consoleme.shared.RoleArn;
import org.consoleme.slack.message.SlackMessage;

/** Several roles of the same name, in several accounts: a row for each, with what to do. */
final class RoleChoice {
    private static final int MOST = 10;

    private RoleChoice() {}

    static SlackMessage draw(
            RequestableRoles names, List<RoleArn> which, Function<RoleArn, ButtonElement> button) {
        SlackMessage message = new SlackMessage().line(plain("You have several of that name:"));
        which.stream()
                .limit(MOST)
                .forEach(
                        role ->
                                message.row(
                                        role.name() + "  ·  " + names.accountName(role.account()),
                                        button.apply(role)));
        return which.size() > MOST
                ? message.note("And " + (which.size() - MOST) + " more: type the role's ARN.")
                : message;
    }
}
