package org.consoleme.web.compat.requests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.policies.PolicyDifference;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestedChange;
import org.consoleme.web.errors.AnswerException;
import org.consoleme.web.errors.ErrorAnswer;

/**
 * Whether somebody decides on what they saw. ConsoleMe's clients name no hash, and its pages send
 * the document along: it must say what the stored one says. Where neither is named, what they saw
 * can only be what stands there as long as nobody edited it.
 */
final class Shown {
    private static final int LINES = 10;

    private Shown() {}

    /**
     * @param changes ids of those that are decided
     * @return the hash of the request as it is
     * @throws AnswerException 409 if they saw, or may have seen, something else
     */
    static String hash(ChangeRequest request, Set<String> changes, Command.Seen seen) {
        String hash = request.hash();
        List<RequestedChange> decided =
                request.changes().stream().filter(c -> changes.contains(c.id())).toList();
        if (seen.hash().isPresent()) {
            if (!seen.hash().get().equals(hash)) {
                throw other(request.changedSince(seen.hash().get()));
            }
        } else if (seen.document().isPresent()) {
            decided.forEach(change -> requireSame(change.change(), seen.document().get()));
        } else if (decided.stream().anyMatch(change -> change.updatedBy().isPresent())) {
            throw conflict(
                    "It was edited since it was made: send the policy_document that you saw, or the"
                            + " hash of the request.",
                    sinceItWasMade(request));
        }
        return hash;
    }

    private static List<String> sinceItWasMade(ChangeRequest request) {
        return request.earlier().stream()
                .findFirst()
                .map(first -> request.changedSince(first.hash()))
                .orElse(List.of());
    }

    private static void requireSame(Change change, String document) {
        Optional<PolicyDocument> sent = PolicyDocument.tryParse(document);
        switch (change) {
            case Change.PutInlinePolicy put -> {
                if (sent.filter(put.document()::sameMeaning).isEmpty()) {
                    throw other(difference(sent, put.document()));
                }
            }
            case Change.DeleteInlinePolicy delete -> {
                if (sent.isPresent() && !sent.get().sameMeaning(delete.before())) {
                    throw other(difference(sent, delete.before()));
                }
            }
            case Change.RoleForATime _ -> throw other(List.of());
        }
    }

    private static List<String> difference(Optional<PolicyDocument> sent, PolicyDocument stored) {
        return PolicyDifference.between(sent, Optional.of(stored)).words(LINES);
    }

    private static AnswerException other(List<String> difference) {
        return conflict("That is not what the request asks for: look at it again.", difference);
    }

    private static AnswerException conflict(String sentence, List<String> difference) {
        return new AnswerException(
                new ErrorAnswer(
                        409,
                        "conflict",
                        "902",
                        sentence,
                        "",
                        Optional.empty(),
                        Map.of("difference", difference)));
    }
}
