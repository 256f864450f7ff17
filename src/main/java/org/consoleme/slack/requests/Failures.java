package org.consoleme.slack.requests;

import java.time.Instant;
import java.util.List;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestedChange;

/**
 * The changes of a request that were carried out in vain, as news: the first at once, the others
 * together as soon as no other change is under way.
 *
 * @param all when they failed, in that order; at least one
 * @param settled whether no other change is under way
 */
record Failures(List<Instant> all, boolean settled) {
    private static final String WORD = "failed";

    /** Of a request that failed. */
    static Failures of(ChangeRequest request) {
        List<ChangeState> states = request.changes().stream().map(RequestedChange::state).toList();
        return new Failures(
                states.stream()
                        .filter(ChangeState.Failed.class::isInstance)
                        .map(state -> ((ChangeState.Failed) state).at())
                        .sorted()
                        .toList(),
                states.stream().noneMatch(Failures::underWay));
    }

    private static boolean underWay(ChangeState state) {
        return state.open()
                || state instanceof ChangeState.Approved
                || state instanceof ChangeState.Applying;
    }

    /** Another one when another fails, or the same anew. */
    String name() {
        return News.name(WORD, settled ? all.getLast() : all.getFirst());
    }

    /** Whether a message about failures was posted when all of these had happened. */
    boolean allIn(PostedCard message) {
        return message.occasion().startsWith(WORD) && !message.postedAt().isBefore(all.getLast());
    }
}
