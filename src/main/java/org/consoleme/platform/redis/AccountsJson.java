package org.consoleme.platform.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.platform.StoredJson;
import org.consoleme.shared.AccountId;

/**
 * ConsoleMe's {@code ALL_AWS_ACCOUNTS}: {@code {"accounts": […]}}. {@code ous} and {@code
 * ous_known} are ours, the one only where there are some; ConsoleMe passes over both, and leaves
 * them out of what it writes itself. So a row without {@code ous_known} says nothing of units, but
 * for one with {@code ous}: an earlier version of this server wrote that.
 */
final class AccountsJson {
    private static final String OUS_KNOWN = "ous_known";

    private AccountsJson() {}

    static ObjectNode write(AccountList list) {
        ObjectNode root = StoredJson.MAPPER.createObjectNode();
        var accounts = root.putArray("accounts");
        list.accounts().forEach(account -> write(account, accounts.addObject()));
        return root;
    }

    private static void write(Account account, ObjectNode json) {
        json.put("id", account.id().value())
                .put("name", account.name())
                .put("status", account.status().word())
                .put("type", "aws")
                .put("sync_enabled", account.syncEnabled())
                .put("sensitive", false)
                .put("environment", account.environment().orElse(null))
                .putNull("aliases")
                .put("email", account.email().orElse(null))
                .put(OUS_KNOWN, account.ousKnown());
        if (!account.ous().isEmpty()) {
            var ous = json.putArray("ous");
            account.ous().forEach(ous::add);
        }
    }

    /** Empty if it is no such object; rows without a proper account number are left out. */
    static Optional<AccountList> read(JsonNode json, Instant asOf) {
        if (!json.path("accounts").isArray()) {
            return Optional.empty();
        }
        List<Account> accounts = new ArrayList<>();
        for (JsonNode row : json.path("accounts")) {
            String id = digits(row.path("id"));
            if (AccountId.isAccountId(id)) {
                accounts.add(account(new AccountId(id), row));
            }
        }
        return Optional.of(new AccountList(accounts, asOf));
    }

    private static Account account(AccountId id, JsonNode row) {
        return new Account(
                id,
                StoredJson.text(row, "name").orElse(id.value()),
                AccountStatus.ofWord(row.path("status").asText("active")),
                StoredJson.text(row, "email"),
                StoredJson.text(row, "environment"),
                StoredJson.texts(row.path("ous")),
                row.path("sync_enabled").asBoolean(true),
                row.path(OUS_KNOWN).asBoolean(row.path("ous").isArray()));
    }

    /** Unquoted account ids in YAML became numbers, and lost their leading zeros on the way. */
    private static String digits(JsonNode id) {
        return id.isNumber() ? String.format(Locale.ROOT, "%012d", id.asLong()) : id.asText();
    }
}
