package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consoleme.requests.ChangeState;
import org.consoleme.shared.UserId;

/** Where one change stands, in its row: the state's name, and what that state knows. */
final class ChangeStateItem {
    private ChangeStateItem() {}

    static Map<String, Object> of(ChangeState state) {
        Map<String, Object> row = new LinkedHashMap<>();
        switch (state) {
            case ChangeState.Open open -> row.put("name", "open");
            case ChangeState.Approved approved -> put(row, "approved", approved.at());
            case ChangeState.Applying applying -> {
                put(row, "applying", applying.since());
                row.put("attempt", applying.attempt());
            }
            case ChangeState.Applied applied -> put(row, "applied", applied.at());
            case ChangeState.Failed failed -> {
                put(row, "failed", failed.at());
                row.put("reason", failed.reason());
            }
            case ChangeState.Cancelled cancelled -> {
                put(row, "cancelled", cancelled.at());
                row.put("by", cancelled.by().value());
            }
        }
        return row;
    }

    private static void put(Map<String, Object> row, String name, Instant at) {
        row.put("name", name);
        row.put("at", at.toEpochMilli());
    }

    static ChangeState read(Item row) {
        String name = row.text("name").orElse("");
        return switch (name) {
            case "open" -> new ChangeState.Open();
            case "approved" -> new ChangeState.Approved(at(row));
            case "applying" ->
                    new ChangeState.Applying(row.whole("attempt").orElse(1L).intValue(), at(row));
            case "applied" -> new ChangeState.Applied(at(row));
            case "failed" -> new ChangeState.Failed(at(row), row.text("reason").orElse(""));
            case "cancelled" -> new ChangeState.Cancelled(by(row), at(row));
            default -> throw Unreadable.unknown("state of a change", name);
        };
    }

    private static Instant at(Item row) {
        return StoredWords.at(row, "at");
    }

    private static UserId by(Item row) {
        return StoredWords.user(row, "by");
    }
}
