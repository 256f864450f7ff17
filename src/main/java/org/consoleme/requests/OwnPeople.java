package org.consoleme.requests;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.shared.UserId;

/**
 * Whose own a request is: who asked for it, for whom it is, and who ever edited a change that waits
 * for a decision. They do not decide it.
 */
final class OwnPeople {
    private OwnPeople() {}

    static Set<UserId> of(ChangeRequest request) {
        return Stream.concat(
                        Stream.of(request.requester(), request.beneficiary()),
                        request.changes().stream()
                                .filter(change -> change.state().open())
                                .flatMap(change -> change.writers().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
