package org.consoleme.slack.requests;

import java.util.Arrays;
import java.util.Locale;
import org.consoleme.requests.RequestState;

/** Where a request stands in one word, as {@link StateWords} begins its lines. */
final class StateWord {
    private StateWord() {}

    static String of(RequestState.Name name) {
        return switch (name) {
            case PENDING -> "Waiting";
            case APPROVED, APPLYING -> "Approved";
            case APPLIED -> "Applied";
            case FAILED -> "Failed";
            case REJECTED -> "Denied";
            case CANCELLED -> "Withdrawn";
            case EXPIRED -> "Expired";
        };
    }

    /**
     * @param status ConsoleMe's word; one that is not ours stays as it is
     */
    static String of(String status) {
        return Arrays.stream(RequestState.Name.values())
                .filter(name -> name.name().toLowerCase(Locale.ROOT).equals(status))
                .findFirst()
                .map(StateWord::of)
                .orElse(status);
    }
}
