package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consoleme.inventory.IamCache;
import org.consoleme.inventory.IamObject;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * ConsoleMe's {@code consoleme_iamroles_global}: written for its sake, in groups, without its
 * placeholder; what is missing is NULL. Where the table is missing, nothing is kept.
 */
@Single
public class DynamoIamRoles {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoIamRoles.class);

    /** A table with other keys says so, and so does a row above 400 KB. */
    private static final String BAD_ROW = "ValidationException";

    private static final String MISSING = "ResourceNotFoundException";

    private final BatchWrites writes;
    private final String table;
    private final AtomicBoolean told = new AtomicBoolean();

    @Inject
    public DynamoIamRoles(DynamoDatabase dynamo, Configuration configuration) {
        writes = new BatchWrites(dynamo);
        table = ConsoleMeTables.from(configuration).iamRoles().name();
    }

    /** Takes the roles of them; the table knows nothing else. */
    public void write(List<IamCache.Entry> entries) {
        run(
                entries.stream()
                        .filter(entry -> entry.object().kind() == IamObject.Kind.ROLE)
                        .map(entry -> BatchWrites.put(row(entry)))
                        .toList());
    }

    public void remove(AccountId account, Collection<IamCache.Gone> gone) {
        run(
                gone.stream()
                        .filter(object -> object.kind() == IamObject.Kind.ROLE)
                        .map(
                                role ->
                                        BatchWrites.delete(
                                                ItemCodec.OURS.item(
                                                        Map.of(
                                                                "arn",
                                                                role.arn(),
                                                                "accountId",
                                                                account.value()))))
                        .toList());
    }

    static Map<String, AttributeValue> row(IamCache.Entry entry) {
        IamObject role = entry.object();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("arn", role.arn());
        row.put("accountId", role.account().value());
        row.put("name", role.name());
        row.put("resourceId", role.id());
        row.put("ttl", entry.ttl().getEpochSecond());
        row.put("owner", entry.owner().orElse(null));
        row.put("policy", role.document());
        row.put("templated", null);
        return ItemCodec.OURS.item(row);
    }

    /**
     * The table is a copy for ConsoleMe alone: what it refuses is counted and said, and keeps no
     * account from being read.
     */
    private void run(List<WriteRequest> requests) {
        Map<String, Integer> refused = new TreeMap<>();
        for (int from = 0; from < requests.size(); from += BatchWrites.GROUP) {
            group(
                    requests.subList(from, Math.min(requests.size(), from + BatchWrites.GROUP)),
                    refused);
        }
        refused.forEach(this::tell);
    }

    /** DynamoDB refuses a whole group for one bad row, so each gets its own chance then. */
    private void group(List<WriteRequest> group, Map<String, Integer> refused) {
        try {
            writes.run(table, group);
        } catch (ProblemException failed) {
            if (!(failed.problem() instanceof Problem.Refused why)) {
                throw failed;
            }
            if (group.size() > 1 && why.code().equals(BAD_ROW)) {
                group.forEach(one -> group(List.of(one), refused));
            } else {
                refused.merge(why.code(), group.size(), Integer::sum);
            }
        }
    }

    private void tell(String code, int rows) {
        if (!code.equals(MISSING)) {
            LOG.atWarn()
                    .addKeyValue("table", table)
                    .addKeyValue("code", code)
                    .addKeyValue("count", rows)
                    .log("table of roles refused rows");
        } else if (told.compareAndSet(false, true)) {
            LOG.atInfo()
                    .addKeyValue("table", table)
                    .log("table of roles is missing, none are kept in it");
        }
    }
}
