package org.consoleme.slack.requests;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import java.util.ArrayList;
import java.util.List;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.slack.message.SlackMessage.Piece;

/** What is asked for, in the words of one line. */
final class ChangeWords {
    private ChangeWords() {}

    /** After "somebody asks". */
    static List<Piece> asked(ChangeRequest request, String account) {
        List<Piece> pieces = new ArrayList<>(what(request, account));
        if (!request.requester().equals(request.beneficiary())) {
            pieces.add(plain(", for "));
            pieces.add(bold(request.beneficiary().value()));
        }
        return pieces;
    }

    /** The same without for whom. */
    static List<Piece> what(ChangeRequest request, String account) {
        List<Piece> pieces = new ArrayList<>();
        if (request.changes().size() > 1) {
            pieces.add(plain(" for " + request.changes().size() + " changes of "));
            pieces.add(bold(request.role().name()));
            pieces.add(plain(" in "));
            pieces.add(bold(account));
        } else {
            pieces.addAll(asked(request.changes().getFirst().change(), account));
        }
        return pieces;
    }

    private static List<Piece> asked(Change change, String account) {
        return switch (change) {
            case Change.RoleForATime role ->
                    List.of(
                            plain(" for "),
                            bold(role.role().name()),
                            plain(" in "),
                            bold(account),
                            plain(" for " + Lengths.words(role.length())));
            case Change.PutInlinePolicy put ->
                    List.of(
                            plain(
                                    put.before().isPresent()
                                            ? " to change the policy "
                                            : " to add the policy "),
                            bold(put.name()),
                            plain(" of "),
                            bold(put.role().name()),
                            plain(" in "),
                            bold(account));
            case Change.DeleteInlinePolicy delete ->
                    List.of(
                            plain(" to remove the policy "),
                            bold(delete.name()),
                            plain(" of "),
                            bold(delete.role().name()),
                            plain(" in "),
                            bold(account));
        };
    }

    /** One of several changes. */
    static String brief(Change change) {
        return switch (change) {
            case Change.RoleForATime role -> "the role for " + Lengths.words(role.length());
            case Change.PutInlinePolicy put ->
                    (put.before().isPresent() ? "changes policy " : "adds policy ") + put.name();
            case Change.DeleteInlinePolicy delete -> "removes policy " + delete.name();
        };
    }
}
