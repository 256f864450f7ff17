package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.Problem;

/** Reads ConsoleMe's {@code RequestCreationModel}. */
final class CreationBody {
    /** One more than a request may have is enough to be refused. */
    private static final int MOST_CHANGES = 100;

    private CreationBody() {}

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with the place and the reason
     */
    static RequestDraft read(JsonNode json) {
        Members body = Members.of("", json);
        JsonNode list = body.members("changes").member("changes");
        if (!list.isArray()) {
            throw new Problem.Invalid("changes.changes", "a list is wanted").asException();
        }
        if (list.isEmpty() || list.size() > MOST_CHANGES) {
            throw new Problem.Invalid(
                            "changes.changes", "1 to " + MOST_CHANGES + " changes are wanted")
                    .asException();
        }
        List<AskedChange> changes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            changes.add(ChangeBody.read("changes.changes[" + i + "]", list.get(i)));
        }
        if (changes.stream().map(AskedChange::role).distinct().count() > 1) {
            throw new Problem.Invalid(
                            "changes.changes", "all changes of a request are of one principal")
                    .asException();
        }
        return new RequestDraft(
                changes,
                Optional.empty(),
                body.optionalText("justification").orElse(""),
                body.flag("admin_auto_approve", false),
                Optional.empty(),
                body.flag("dry_run", false));
    }
}
