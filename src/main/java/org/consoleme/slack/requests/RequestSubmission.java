package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.identity.Caller;
import org.consoleme.requests.AskedChange;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.SlackProblems;
import org.consoleme.slack.command.LinkedCallers;
import org.consoleme.slack.message.SlackMessage;

/** The form of a request, sent. */
@Single
public class RequestSubmission {
    private final LinkedCallers callers;
    private final RequestableRoles roles;
    private final RequestAsking asking;
    private final SlackProblems problems;

    @Inject
    public RequestSubmission(
            LinkedCallers callers,
            RequestableRoles roles,
            RequestAsking asking,
            SlackProblems problems) {
        this.callers = callers;
        this.roles = roles;
        this.asking = asking;
        this.problems = problems;
    }

    /**
     * What the core refuses can be asked for again, in a form filled with the role, the length and
     * the reason.
     *
     * @param form without {@link RequestModal#mistakes}
     */
    SlackMessage ask(SlackCall call, SlackForm form, AskedFor.Kind kind) {
        return callers.with(
                call,
                caller -> {
                    try {
                        return ask(caller, form, kind, call.once());
                    } catch (ProblemException e) {
                        return refused(e.problem(), form, kind);
                    }
                });
    }

    private SlackMessage ask(Caller caller, SlackForm form, AskedFor.Kind kind, String once) {
        RoleKey key = form.text(RequestModal.ROLE).flatMap(RoleKey::read).orElseThrow();
        RoleArn role = roles.require(caller, kind, key);
        return asking.ask(
                caller,
                kind == AskedFor.Kind.ROLE
                        ? new AskedChange.Role(role, LengthFields.length(form))
                        : policy(form, role),
                form.text(RequestModal.WHY).orElse(""),
                once);
    }

    /** A role that is not theirs to ask for would open no form. */
    private SlackMessage refused(Problem problem, SlackForm form, AskedFor.Kind kind) {
        Asking again =
                new Asking(
                        kind,
                        form.text(RequestModal.ROLE)
                                .flatMap(RoleKey::read)
                                .filter(any -> !(problem instanceof Problem.NotFound)),
                        LengthFields.tryLength(form),
                        form.text(RequestModal.WHY));
        return problems.draw(problem)
                .buttons(SlackMessage.press(RequestCommand.ASK, "Request access", again.value()));
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
