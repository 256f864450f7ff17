package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row of {@code consoleme_grants}; times are epoch milliseconds. It is in the index by end from
 * its opening until it is closed or its end is recorded. The key there changes with each revision,
 * so that who knows a grant by its keys sees that it changed.
 */
final class GrantItem {
    static final String ID = "grant_id";
    static final String END_MINUTE_SHARD = "end_minute_shard";

    private static final Logger LOG = LoggerFactory.getLogger(GrantItem.class);
    private static final int SHARDS = 16;

    private GrantItem() {}

    /**
     * @param at when this is written: what has ended by then leaves the index
     */
    static Map<String, AttributeValue> of(Grant grant, Instant at) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(ID, grant.id().value());
        row.put("revision", grant.revision());
        row.put("request_id", grant.request().value());
        row.put("user", grant.user().value());
        row.put("user_key", grant.user().key());
        row.put("role", grant.role().toString());
        row.put("starts_at", grant.start().toEpochMilli());
        row.put("ends_at", grant.end().toEpochMilli());
        grant.closed().ifPresent(closed -> row.put("closed", closed(closed)));
        if (grant.closed().isEmpty() && grant.end().isAfter(at)) {
            row.put(END_MINUTE_SHARD, endMinuteShard(grant));
        }
        return ItemCodec.OURS.item(row);
    }

    /** The same row, with the note that the one who has it hears that it ends soon. */
    static Map<String, AttributeValue> reminded(Grant grant, Instant at) {
        Map<String, AttributeValue> row = new HashMap<>(of(grant, at));
        row.put("reminded_at", ItemCodec.OURS.attribute(at.toEpochMilli()));
        return row;
    }

    private static Map<String, Object> closed(Grant.Closed closed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("by", closed.by().value());
        row.put("at", closed.at().toEpochMilli());
        row.put("how", StoredWords.word(closed.how()));
        return row;
    }

    private static String endMinuteShard(Grant grant) {
        int shard =
                Math.floorMod(
                        grant.id().value().hashCode() + Long.hashCode(grant.revision()), SHARDS);
        return minute(grant.end()) + "#" + shard;
    }

    /** Sorts by time; what ends in an earlier minute than {@code now}'s has ended. */
    static String minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if this release cannot read it
     */
    static Grant read(Map<String, AttributeValue> attributes) {
        Item row = new Item(attributes);
        return new Grant(
                row.text(ID)
                        .filter(GrantId::isGrantId)
                        .map(GrantId::new)
                        .orElseThrow(() -> Unreadable.without(ID)),
                row.whole("revision").orElseThrow(() -> Unreadable.without("revision")),
                StoredWords.request(row, "request_id"),
                StoredWords.user(row, "user"),
                StoredWords.role(row, "role"),
                StoredWords.at(row, "starts_at"),
                StoredWords.at(row, "ends_at"),
                closed(row));
    }

    /** Empty, and logged, if this release cannot read it: it counts for nobody then. */
    static Optional<Grant> tryRead(Map<String, AttributeValue> attributes) {
        try {
            return Optional.of(read(attributes));
        } catch (ProblemException unreadable) {
            LOG.atWarn()
                    .addKeyValue("grant", new Item(attributes).text(ID).orElse(""))
                    .setCause(unreadable)
                    .log("grant cannot be read, it counts for nobody");
            return Optional.empty();
        }
    }

    private static Optional<Grant.Closed> closed(Item row) {
        Item closed = new Item(row.map("closed"));
        return closed.attributes().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Grant.Closed(
                                StoredWords.user(closed, "by"),
                                StoredWords.at(closed, "at"),
                                StoredWords.constant(
                                        Grant.How.class,
                                        "way of ending",
                                        closed.text("how").orElse(""))));
    }
}
