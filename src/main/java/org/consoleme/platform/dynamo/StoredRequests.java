package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The rows of requests to be shown. What this release cannot read is logged with what it lacks, and
 * stands there without anything of its content.
 */
final class StoredRequests {
    private static final Logger LOG = LoggerFactory.getLogger(StoredRequests.class);

    private StoredRequests() {}

    /**
     * In the order of the entries.
     *
     * @param found by id; what was deleted meanwhile is missing
     */
    static List<SeenRequest> read(
            Map<String, Map<String, AttributeValue>> found, List<IndexPages.Entry> entries) {
        List<SeenRequest> all = new ArrayList<>();
        for (IndexPages.Entry entry : entries) {
            Map<String, AttributeValue> row = found.get(entry.id());
            if (row != null && RequestId.isRequestId(entry.id())) {
                all.add(read(new RequestId(entry.id()), row, entry.at()));
            }
        }
        return all;
    }

    /** One that was asked for by its id. */
    static SeenRequest read(RequestId id, Map<String, AttributeValue> row) {
        return read(id, row, new Item(row).whole("last_updated").orElse(0L));
    }

    /**
     * @param at for a row that does not say when it was asked for, epoch milliseconds
     */
    private static SeenRequest read(RequestId id, Map<String, AttributeValue> row, long at) {
        try {
            return new SeenRequest.Ours(RequestItem.read(row));
        } catch (ProblemException unreadable) {
            log(id.value(), unreadable.problem());
            Instant asked =
                    new Item(row).millis("requested_at").orElseGet(() -> Instant.ofEpochMilli(at));
            return new SeenRequest.Unreadable(new UnreadableRequest(id, asked));
        }
    }

    private static void log(String id, Problem problem) {
        LOG.atWarn()
                .addKeyValue("request", id)
                .addKeyValue(
                        "reason",
                        problem instanceof Problem.Conflict(String reason, _)
                                ? reason
                                : problem.getClass().getSimpleName())
                .log("request cannot be read");
    }
}
