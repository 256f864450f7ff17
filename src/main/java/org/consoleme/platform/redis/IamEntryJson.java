package org.consoleme.platform.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.consoleme.inventory.IamCache;
import org.consoleme.inventory.IamObject;
import org.consoleme.platform.StoredJson;

/**
 * A field of ConsoleMe's IAM hashes: an object whose {@code policy} is again JSON, as text. Groups
 * and policies have no {@code owner}; only a role's {@code templated} can be a link, the others say
 * {@code false}.
 */
final class IamEntryJson {
    private IamEntryJson() {}

    /**
     * @param templated the role's template link; null for none
     */
    static String write(IamCache.Entry entry, String templated) {
        IamObject object = entry.object();
        ObjectNode json =
                StoredJson.MAPPER
                        .createObjectNode()
                        .put("arn", object.arn())
                        .put("name", object.name())
                        .put("resourceId", object.id())
                        .put("accountId", object.account().value())
                        .put("ttl", entry.ttl().getEpochSecond());
        boolean owned =
                object.kind() == IamObject.Kind.ROLE || object.kind() == IamObject.Kind.USER;
        if (owned) {
            json.put("owner", entry.owner().orElse(null));
        }
        json.put("policy", object.document());
        if (object.kind() == IamObject.Kind.ROLE) {
            json.put("templated", templated);
        } else {
            json.put("templated", false);
        }
        return StoredJson.write(json);
    }

    /** An entry that says no end has none. */
    static boolean expired(String text, Instant now) {
        JsonNode json = StoredJson.read(text);
        return StoredJson.whole(json.path("ttl"), Long.MAX_VALUE) <= now.getEpochSecond();
    }
}
