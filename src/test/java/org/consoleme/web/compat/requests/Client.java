package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.consoleme.identity.Caller;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.OneNode;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.web.errors.AnswerException;

/** Sends commands to one node as ConsoleMe's clients do. */
final class Client {
    private final OneNode node;
    private final Commands commands;

    Client(OneNode node) {
        this.node = node;
        ScheduledExecutorService atOnce = AtOnce.scheduler(node::deliver);
        commands =
                new Commands(
                        node.looking(),
                        node.reviewing(),
                        node.editing(),
                        node.cancellingChange(),
                        node.cancelling(),
                        node.commenting(),
                        node.reopening(),
                        new OutcomeWatch(node.requests(), atOnce));
    }

    ActionResultsJson apply(Caller caller, ChangeRequest request, int change) {
        return send(caller, request, "apply_change", id(request, change));
    }

    ActionResultsJson apply(Caller caller, ChangeRequest request, int change, String document) {
        return send(
                caller,
                request,
                "apply_change",
                id(request, change) + ",\"policy_document\":" + document);
    }

    ActionResultsJson applyHash(Caller caller, ChangeRequest request, String hash) {
        return send(caller, request, "apply_change", id(request, 0) + ",\"hash\":\"" + hash + "\"");
    }

    ActionResultsJson update(Caller caller, ChangeRequest request, int change, String document) {
        return send(
                caller,
                request,
                "update_change",
                id(request, change) + ",\"policy_document\":" + document);
    }

    ActionResultsJson comment(Caller caller, ChangeRequest request, String text) {
        return send(caller, request, "add_comment", "\"comment_text\":\"" + text + "\"");
    }

    ActionResultsJson send(
            Caller caller, ChangeRequest request, String command, String... members) {
        String body =
                "{\"modification_model\":{\"command\":\""
                        + command
                        + "\""
                        + (members.length == 0 ? "" : "," + members[0])
                        + "}}";
        return send(caller, request.id(), Command.read(Bodies.json(body)));
    }

    ActionResultsJson send(Caller caller, RequestId request, Command command) {
        Answers<ActionResultsJson> answers = new Answers<>();
        commands.handle(caller, request, command, answers);
        assertThat(answers.problems).isEmpty();
        assertThat(answers.given).hasSize(1);
        return answers.given.getFirst();
    }

    static String id(ChangeRequest request, int change) {
        return "\"change_id\":\"" + request.id() + change + "\"";
    }

    String status(ChangeRequest request) {
        return ExtendedRequestJson.status(node.now(request).state().name());
    }

    static List<String> messages(ActionResultsJson results) {
        return results.results().stream().map(ActionResultsJson.Result::message).toList();
    }

    /** Of the refusal, as the envelope draws it. */
    static int status(Runnable command) {
        Throwable thrown = catchThrowable(command::run);
        return switch (thrown) {
            case AnswerException e -> e.answer().status();
            case ProblemException e ->
                    switch (e.problem()) {
                        case Problem.Invalid _ -> 400;
                        case Problem.NotFound _ -> 404;
                        case Problem.Forbidden _ -> 403;
                        case Problem.Conflict _ -> 409;
                        default -> throw new AssertionError(e.problem());
                    };
            case null, default -> throw new AssertionError("not refused", thrown);
        };
    }
}
