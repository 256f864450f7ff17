package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private void run(List<WriteRequest> requests) {
        try {
            writes.run(table, requests);
        } catch (ProblemException failed) {
            if (!(failed.problem() instanceof Problem.Refused refused)
                    || !refused.code().equals("ResourceNotFoundException")) {
                throw failed;
            }
            if (told.compareAndSet(false, true)) {
                LOG.atInfo()
                        .addKeyValue("table", table)
                        .log("table of roles is missing, none are kept in it");
            }
        }
    }
}
