package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.requests.AskedChange;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.message.SlackMessage;

/** The form of a request, sent. */
@Single
public class RequestSubmission {
    private final LinkedCallers callers;
    private final RequestableRoles roles;
    private final RequestAsking asking;

    @Inject
    public RequestSubmission(LinkedCallers callers, RequestableRoles roles, RequestAsking asking) {
        this.callers = callers;
        this.roles = roles;
        this.asking = asking;
    }

    /**
     * @param form without {@link RequestModal#mistakes}
     */
    SlackMessage ask(SlackCall call, SlackForm form, AskedFor.Kind kind) {
        return callers.with(
                call,
                caller -> {
                    RoleKey key = form.text(RequestModal.ROLE).flatMap(RoleKey::read).orElseThrow();
                    RoleArn role = roles.require(caller, kind, key);
                    return asking.ask(
                            caller,
                            kind == AskedFor.Kind.ROLE
                                    ? new AskedChange.Role(role, RequestModal.length(form))
                                    : policy(form, role),
                            form.text(RequestModal.WHY).orElse(""),
                            call.once());
                });
    }

    private static AskedChange policy(SlackForm form, RoleArn role) {
        Optional<String> name = form.text(RequestModal.POLICY_NAME);
        return switch (PolicyDeed.of(form)) {
            case ADD -> new AskedChange.NewPolicy(role, name, RequestModal.document(form));
            case REPLACE ->
                    new AskedChange.ReplacedPolicy(
                            role, name.orElse(""), RequestModal.document(form));
            case REMOVE -> new AskedChange.DeletedPolicy(role, name.orElse(""));
        };
    }
}
