package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
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

    /** DynamoDB is away, or throttles for longer than anybody waits. */
    private static final String NO_TIME = "Unavailable";

    private static final String MISSING = "ResourceNotFoundException";

    private final BatchWrites writes;
    private final String table;
    private final AtomicBoolean told = new AtomicBoolean();

    @Inject
    public DynamoIamRoles(DynamoDatabase dynamo, Configuration configuration) {
        writes = new BatchWrites(dynamo);
        table = ConsoleMeTables.from(configuration).iamRoles().name();
    }

    /**
     * Takes the roles of them; the table knows nothing else.
     *
     * @return the ARNs of roles for which DynamoDB had no time: to be written again
     */
    public Set<String> write(List<IamCache.Entry> entries) {
        List<IamCache.Entry> roles =
                entries.stream()
                        .filter(entry -> entry.object().kind() == IamObject.Kind.ROLE)
                        .toList();
        int taken = run(roles.stream().map(entry -> BatchWrites.put(row(entry))).toList());
        return roles.subList(taken, roles.size()).stream()
                .map(entry -> entry.object().arn())
                .collect(Collectors.toSet());
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
     * The table is a copy for ConsoleMe alone: what it refuses, or has no capacity for, is counted
     * and said, and keeps no account from being read.
     *
     * @return how many were taken or refused; the rest was not tried to the end
     */
    private int run(List<WriteRequest> requests) {
        Map<String, Integer> refused = new TreeMap<>();
        int from = 0;
        while (from < requests.size()) {
            int to = Math.min(requests.size(), from + BatchWrites.GROUP);
            if (!group(requests.subList(from, to), refused)) {
                refused.merge(NO_TIME, requests.size() - from, Integer::sum);
                break;
            }
            from = to;
        }
        refused.forEach(this::tell);
        return Math.min(from, requests.size());
    }

    /** DynamoDB refuses a whole group for one bad row, so each gets its own chance then. */
    private boolean group(List<WriteRequest> group, Map<String, Integer> refused) {
        try {
            writes.run(table, group);
            return true;
        } catch (ProblemException failed) {
            if (!(failed.problem() instanceof Problem.Refused why)) {
                return false;
            }
            if (group.size() > 1 && why.code().equals(BAD_ROW)) {
                return group.stream().allMatch(one -> group(List.of(one), refused));
            }
            refused.merge(why.code(), group.size(), Integer::sum);
            return true;
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
