package org.consoleme.platform.dynamo;

import com.github.f4b6a3.ulid.Ulid;
import com.github.f4b6a3.ulid.UlidCreator;
import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.consoleme.audit.AuditEvent;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row of the audit table. Its key is the day in UTC and one of 16 shards, then an id that sorts
 * by time; {@code actor_key} finds somebody's events whatever the spelling.
 */
final class AuditItem {
    static final int SHARDS = 16;

    private AuditItem() {}

    static Map<String, AttributeValue> of(AuditEvent event) {
        Ulid id = UlidCreator.getUlid(event.at().toEpochMilli());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(
                "day_shard",
                event.at().atOffset(ZoneOffset.UTC).toLocalDate()
                        + "#"
                        + String.format(
                                Locale.ROOT,
                                "%02d",
                                Math.floorMod(id.getLeastSignificantBits(), SHARDS)));
        row.put("event_id", id.toString());
        row.put("at", event.at().toString());
        row.put("kind", event.kind());
        row.put("actor", event.origin().actor());
        row.put("actor_key", key(event.origin().actor()));
        row.put("door", event.origin().door().name());
        row.put("request_id", event.origin().requestId());
        event.origin().address().ifPresent(address -> row.put("address", address));
        row.put("subject", event.subject());
        row.put("outcome", event.outcome().name());
        event.reason().ifPresent(reason -> row.put("reason", reason));
        if (!event.details().isEmpty()) {
            row.put("details", event.details());
        }
        return ItemCodec.OURS.item(row);
    }

    /** As {@code UserId.key()}; the key of an index can't be empty. */
    private static String key(String actor) {
        String key = Normalizer.normalize(actor, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return key.isBlank() ? "-" : key;
    }
}
