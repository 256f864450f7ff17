package org.consoleme.web.compat.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.web.compat.requests.ActionResultsJson.Result;

/** Says what became of changes that somebody decided, in ConsoleMe's results. */
final class Decided {
    private Decided() {}

    /**
     * @param changes ids of those that were decided
     */
    static ActionResultsJson results(ChangeRequest request, Set<String> changes) {
        List<Result> results = new ArrayList<>();
        for (RequestedChange change : request.changes()) {
            if (changes.contains(change.id())) {
                results.add(result(change));
            }
        }
        if (results.stream().noneMatch(Result::failed)) {
            results.add(Result.bookkeeping("Successfully updated change in dynamo"));
            if (!(request.state() instanceof RequestState.Pending)) {
                results.add(Result.bookkeeping("Successfully updated request status"));
            }
        }
        return ActionResultsJson.of(results);
    }

    private static Result result(RequestedChange change) {
        return switch (change.state()) {
            case ChangeState.Applied _ -> Result.success("Successfully " + done(change.change()));
            case ChangeState.Failed failed -> Result.error(failed.reason());
            case ChangeState.Approved _ -> Result.success(goesOn(change.change()));
            case ChangeState.Applying _ -> Result.success(goesOn(change.change()));
            case ChangeState.Open _ ->
                    Result.success("Approved. It is applied once enough people approved it.");
            case ChangeState.Cancelled _ -> Result.error("The change was cancelled.");
        };
    }

    private static String goesOn(Change change) {
        return "Approved, and applying: " + what(change);
    }

    private static String done(Change change) {
        return switch (change) {
            case Change.PutInlinePolicy _ -> "applied " + what(change);
            case Change.DeleteInlinePolicy _ -> "deleted " + what(change);
            case Change.RoleForATime _ -> "granted " + what(change);
        };
    }

    private static String what(Change change) {
        String principal = " to principal: " + change.role().name();
        return switch (change) {
            case Change.PutInlinePolicy put -> "inline policy " + put.name() + principal;
            case Change.DeleteInlinePolicy delete ->
                    "inline policy "
                            + delete.name()
                            + principal.replace(" to principal", " from principal");
            case Change.RoleForATime role -> "role " + role.role().name();
        };
    }
}
