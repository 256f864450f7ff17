package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.web.errors.Texts;

/** What ConsoleMe's clients can do with a request: the {@code modification_model} of a PUT. */
sealed interface Command {

    record AddComment(String text) implements Command {}

    record UpdateChange(String change, PolicyDocument document) implements Command {}

    /** Decides one change, and has it applied. */
    record ApplyChange(String change, Seen seen) implements Command {}

    record CancelChange(String change) implements Command {}

    record CancelRequest() implements Command {}

    record RejectRequest(String reason) implements Command {}

    /** Decides all open changes, and has them applied (B09). */
    record ApproveRequest(Seen seen) implements Command {}

    record MoveBackToPending() implements Command {}

    /**
     * What the one who decides had before them.
     *
     * @param hash of the whole request, as {@code GET} names it
     * @param document of the change, as ConsoleMe's pages send it along
     */
    record Seen(Optional<String> hash, Optional<String> document) {}

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid}
     */
    static Command read(JsonNode json) {
        Members model = Members.of("", json).members("modification_model");
        String command = model.text("command");
        return switch (command) {
            case "add_comment" -> new AddComment(model.text("comment_text"));
            case "update_change" -> new UpdateChange(change(model), ChangeBody.document(model));
            case "apply_change" ->
                    new ApplyChange(change(model), new Seen(hash(model), optionalDocument(model)));
            case "cancel_change" -> new CancelChange(change(model));
            case "cancel_request" -> new CancelRequest();
            case "reject_request" ->
                    new RejectRequest(
                            model.optionalText("reason")
                                    .filter(reason -> !reason.isBlank())
                                    .orElse("No reason was given."));
            case "approve_request" -> new ApproveRequest(new Seen(hash(model), Optional.empty()));
            case "move_back_to_pending" -> new MoveBackToPending();
            default -> throw model.invalid("command", "unknown: " + Texts.bounded(command));
        };
    }

    private static String change(Members model) {
        return model.text("change_id");
    }

    private static Optional<String> hash(Members model) {
        return model.optionalText("hash");
    }

    private static Optional<String> optionalDocument(Members model) {
        return model.find("policy_document").map(any -> ChangeBody.text(model));
    }
}
