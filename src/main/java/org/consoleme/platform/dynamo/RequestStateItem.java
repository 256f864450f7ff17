package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.Map;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.UserId;

/** Where a request stands, among the attributes of its row. */
final class RequestStateItem {
    private static final String STATE = "state";
    private static final String AT = "state_at";
    private static final String BY = "state_by";
    private static final String REASON = "state_reason";

    private RequestStateItem() {}

    static void put(Map<String, Object> row, RequestState state) {
        row.put(STATE, StoredWords.word(state.name()));
        switch (state) {
            case RequestState.Pending pending -> {
                // Nothing more to say: since when it is pending is when it was last changed.
            }
            case RequestState.Approved approved -> at(row, approved.at());
            case RequestState.Applying applying -> at(row, applying.at());
            case RequestState.Applied applied -> at(row, applied.at());
            case RequestState.Failed failed -> at(row, failed.at());
            case RequestState.Rejected rejected -> {
                at(row, rejected.at());
                row.put(BY, rejected.by().value());
                row.put(REASON, rejected.reason());
            }
            case RequestState.Cancelled cancelled -> {
                at(row, cancelled.at());
                row.put(BY, cancelled.by().value());
            }
            case RequestState.Expired expired -> at(row, expired.at());
        }
    }

    private static void at(Map<String, Object> row, Instant at) {
        row.put(AT, at.toEpochMilli());
    }

    static RequestState read(Item row) {
        String word = row.text(STATE).orElse("");
        return switch (StoredWords.constant(RequestState.Name.class, "state", word)) {
            case PENDING -> new RequestState.Pending();
            case APPROVED -> new RequestState.Approved(at(row));
            case APPLYING -> new RequestState.Applying(at(row));
            case APPLIED -> new RequestState.Applied(at(row));
            case FAILED -> new RequestState.Failed(at(row));
            case REJECTED ->
                    new RequestState.Rejected(by(row), at(row), row.text(REASON).orElse(""));
            case CANCELLED -> new RequestState.Cancelled(by(row), at(row));
            case EXPIRED -> new RequestState.Expired(at(row));
        };
    }

    private static Instant at(Item row) {
        return StoredWords.at(row, AT);
    }

    private static UserId by(Item row) {
        return StoredWords.user(row, BY);
    }
}
