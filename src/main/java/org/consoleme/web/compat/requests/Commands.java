package org.consoleme.web.compat.requests;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.consoleme.identity.Caller;
import org.consoleme.requests.CancelChange;
import org.consoleme.requests.CancelRequest;
import org.consoleme.requests.ChangeEdit;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.CommentOnRequest;
import org.consoleme.requests.EditChange;
import org.consoleme.requests.LookAtRequest;
import org.consoleme.requests.LookedAtRequest;
import org.consoleme.requests.ReopenRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.requests.ReviewRequest;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;

/**
 * ConsoleMe's commands on a request. What was not possible with the request as it stood is 400, as
 * its clients know it; what became impossible meanwhile is 409.
 */
@Single
public class Commands {
    /** No request's hash: whoever may not decide is told so, and decides nothing by chance. */
    private static final String NOTHING_SHOWN = "";

    private final LookAtRequest look;
    private final ReviewRequest review;
    private final EditChange edit;
    private final CancelChange cancelChange;
    private final CancelRequest cancel;
    private final CommentOnRequest comment;
    private final ReopenRequest reopen;
    private final OutcomeWatch outcomes;

    @Inject
    public Commands(
            LookAtRequest look,
            ReviewRequest review,
            EditChange edit,
            CancelChange cancelChange,
            CancelRequest cancel,
            CommentOnRequest comment,
            ReopenRequest reopen,
            OutcomeWatch outcomes) {
        this.look = look;
        this.review = review;
        this.edit = edit;
        this.cancelChange = cancelChange;
        this.cancel = cancel;
        this.comment = comment;
        this.reopen = reopen;
        this.outcomes = outcomes;
    }

    /**
     * @param then gets the answer, perhaps later and on another thread
     * @throws RuntimeException what is wrong, at once
     */
    void handle(Caller caller, RequestId id, Command command, Answer<ActionResultsJson> then) {
        Before read = ours(caller, id);
        ChangeRequest before = read.request();
        switch (command) {
            case Command.AddComment it -> {
                told(true, () -> comment.handle(caller, id, it.text()));
                then.is(ActionResultsJson.success("Successfully added comment"));
            }
            case Command.UpdateChange it -> {
                told(
                        undone(before, it.change()),
                        () ->
                                edit.handle(
                                        caller,
                                        id,
                                        it.change(),
                                        new ChangeEdit.Document(it.document())));
                then.is(ActionResultsJson.success("Successfully updated change"));
            }
            case Command.CancelChange it -> {
                told(
                        undone(before, it.change()),
                        () -> cancelChange.handle(caller, id, it.change()));
                then.is(ActionResultsJson.success("Successfully cancelled change"));
            }
            case Command.CancelRequest _ ->
                    then.is(
                            closed(
                                    before,
                                    "Successfully cancelled request",
                                    () -> cancel.handle(caller, id)));
            case Command.RejectRequest it ->
                    then.is(
                            closed(
                                    before,
                                    "Successfully rejected request",
                                    () ->
                                            review.handle(
                                                    caller,
                                                    id,
                                                    new ReviewCommand.Reject(
                                                            before.hash(), it.reason()))));
            case Command.MoveBackToPending _ -> {
                told(true, () -> reopen.handle(caller, id));
                then.is(ActionResultsJson.success("Successfully moved request back to pending"));
            }
            case Command.ApplyChange it ->
                    approve(caller, read, Set.of(it.change()), it.seen(), then);
            case Command.ApproveRequest it -> approve(caller, read, before.open(), it.seen(), then);
        }
    }

    /**
     * @param mayDecide they may take part in the decision, as the rules are
     */
    private record Before(ChangeRequest request, boolean mayDecide) {}

    private Before ours(Caller caller, RequestId id) {
        LookedAtRequest looked = look.handle(caller, id);
        return switch (looked.seen()) {
            case SeenRequest.Ours(ChangeRequest request) ->
                    new Before(
                            request,
                            looked.rights()
                                    .filter(rights -> rights.approve() || rights.reject())
                                    .isPresent());
            case SeenRequest.Unreadable _ -> throw UnreadableRequest.problem();
            case SeenRequest.Older _ ->
                    throw new Problem.Conflict(
                                    "ConsoleMe made this request: it can be read, and no more.")
                            .asException();
        };
    }

    /** Who may is asked before anything is said about what they saw. */
    private void approve(
            Caller caller,
            Before before,
            Set<String> changes,
            Command.Seen seen,
            Answer<ActionResultsJson> then) {
        ChangeRequest request = before.request();
        if (before.mayDecide() && (changes.isEmpty() || !request.open().containsAll(changes))) {
            throw RequestProblems.impossible("There is no such change that waits for a decision.");
        }
        String hash = before.mayDecide() ? Shown.hash(request, changes, seen) : NOTHING_SHOWN;
        ReviewCommand command = new ReviewCommand.Approve(hash, changes, Optional.empty());
        ChangeRequest after =
                told(pending(request), () -> review.handle(caller, request.id(), command));
        outcomes.watch(after, changes, then.from(last -> Decided.results(last, changes)));
    }

    /** Waits for a decision, or was carried out in vain. */
    private static boolean undone(ChangeRequest request, String id) {
        return request.closedAt().isEmpty()
                && request.changes().stream()
                        .filter(change -> change.id().equals(id))
                        .map(RequestedChange::state)
                        .anyMatch(state -> state.open() || state instanceof ChangeState.Failed);
    }

    private static boolean pending(ChangeRequest request) {
        return request.state() instanceof RequestState.Pending;
    }

    /**
     * As ConsoleMe: of a request that is carried out in part nothing is closed, and that is 200.
     */
    private static ActionResultsJson closed(
            ChangeRequest before, String done, Supplier<ChangeRequest> work) {
        try {
            told(pending(before), work);
            return ActionResultsJson.success(done);
        } catch (ProblemException e) {
            if (pending(before) && !before.untouched() && e.problem() instanceof Problem.Conflict) {
                return ActionResultsJson.of(
                        List.of(ActionResultsJson.Result.error(e.problem().sentence())));
            }
            throw e;
        }
    }

    /**
     * @param possible whether it could be done with the request as it stood
     */
    private static <T> T told(boolean possible, Supplier<T> work) {
        return RequestProblems.told(
                () -> {
                    try {
                        return work.get();
                    } catch (ProblemException e) {
                        if (!possible && e.problem() instanceof Problem.Conflict conflict) {
                            throw RequestProblems.impossible(conflict.reason());
                        }
                        throw e;
                    }
                });
    }
}
