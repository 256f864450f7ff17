package org.consoleme.platform.dynamo;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;

/**
 * A change within its request's row: a word for its kind, and a map of that name with what is the
 * kind's own. Another kind is another word and another map; rows that are there stay as they are.
 */
final class ChangeItem {
    private static final String ROLE_FOR_A_TIME = "role_for_a_time";
    private static final String PUT_INLINE_POLICY = "put_inline_policy";
    private static final String DELETE_INLINE_POLICY = "delete_inline_policy";

    private static final String WRITERS = "writers";

    private ChangeItem() {}

    static Map<String, Object> of(RequestedChange change) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", change.id());
        putContent(row, change.change());
        row.put("state", ChangeStateItem.of(change.state()));
        change.updatedBy().ifPresent(user -> row.put("updated_by", user.value()));
        row.put(WRITERS, change.writers().stream().map(UserId::value).sorted().toList());
        return row;
    }

    /** What is asked for, without where it stands. */
    static void putContent(Map<String, Object> row, Change change) {
        row.put("kind", kind(change));
        row.put(kind(change), fields(change));
    }

    private static String kind(Change change) {
        return switch (change) {
            case Change.RoleForATime role -> ROLE_FOR_A_TIME;
            case Change.PutInlinePolicy put -> PUT_INLINE_POLICY;
            case Change.DeleteInlinePolicy delete -> DELETE_INLINE_POLICY;
        };
    }

    private static Map<String, Object> fields(Change change) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("role", change.role().toString());
        switch (change) {
            case Change.RoleForATime role -> content.put("length", role.length().toString());
            case Change.PutInlinePolicy put -> {
                content.put("name", put.name());
                content.put("document", put.document().text());
                put.before().ifPresent(before -> content.put("before", before.text()));
            }
            case Change.DeleteInlinePolicy delete -> {
                content.put("name", delete.name());
                content.put("before", delete.before().text());
            }
        }
        return content;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if this release cannot read it
     */
    static RequestedChange read(Item row) {
        Change change = content(row);
        ChangeState state = ChangeStateItem.read(new Item(row.map("state")));
        Optional<UserId> updatedBy =
                row.text("updated_by").filter(UserId::isUserId).map(UserId::new);
        return new RequestedChange(
                StoredWords.text(row, "id"),
                change,
                state,
                updatedBy,
                row.attributes().containsKey(WRITERS)
                        ? writers(row)
                        : lastWriter(state, updatedBy));
    }

    private static Set<UserId> writers(Item row) {
        return row.texts(WRITERS).stream()
                .filter(UserId::isUserId)
                .map(UserId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Older rows say who was at a change last: of one that nobody approved, who edited it. */
    private static Set<UserId> lastWriter(ChangeState state, Optional<UserId> updatedBy) {
        return state instanceof ChangeState.Open || state instanceof ChangeState.Cancelled
                ? updatedBy.map(Set::of).orElse(Set.of())
                : Set.of();
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if this release cannot read it
     */
    static Change content(Item row) {
        String kind = row.text("kind").orElse("");
        Item content = new Item(row.map(kind));
        return switch (kind) {
            case ROLE_FOR_A_TIME ->
                    new Change.RoleForATime(StoredWords.role(content, "role"), length(content));
            case PUT_INLINE_POLICY ->
                    new Change.PutInlinePolicy(
                            StoredWords.role(content, "role"),
                            StoredWords.text(content, "name"),
                            document(content, "document")
                                    .orElseThrow(() -> Unreadable.without("document")),
                            document(content, "before"));
            case DELETE_INLINE_POLICY ->
                    new Change.DeleteInlinePolicy(
                            StoredWords.role(content, "role"),
                            StoredWords.text(content, "name"),
                            document(content, "before")
                                    .orElseThrow(() -> Unreadable.without("before")));
            default -> throw Unreadable.unknown("change", kind);
        };
    }

    private static Optional<PolicyDocument> document(Item content, String name) {
        try {
            return content.text(name).map(PolicyDocument::parse);
        } catch (ProblemException noDocumentAnyMore) {
            throw Unreadable.without(name);
        }
    }

    private static Duration length(Item content) {
        try {
            return Duration.parse(content.text("length").orElse(""));
        } catch (DateTimeParseException noLength) {
            throw Unreadable.without("length");
        }
    }
}
