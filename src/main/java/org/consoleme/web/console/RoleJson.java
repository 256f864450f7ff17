package org.consoleme.web.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.Reason;
import org.consoleme.access.WeepWords;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.inventory.IndexedRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A role as the console shows it.
 *
 * @param weepWord how weep's command line names it, ready for a POSIX shell
 */
public record RoleJson(
        String arn,
        String accountId,
        String accountName,
        Optional<String> environment,
        String name,
        String path,
        String weepWord,
        Optional<String> description,
        Optional<String> owner,
        Map<String, String> tags,
        List<ReasonJson> reasons,
        boolean cliOnly,
        Optional<Instant> until,
        long maxDurationSeconds) {

    /**
     * @param kind {@code user}, {@code group}, {@code plugin} or {@code grant}
     * @param name of the group or plug-in, or the grant's id; empty for a user
     */
    public record ReasonJson(
            @Schema(enumeration = {"user", "group", "plugin", "grant"}) String kind, String name) {
        public static ReasonJson of(Reason reason) {
            return switch (reason) {
                case Reason.Named _ -> new ReasonJson("user", "");
                case Reason.InGroup in -> new ReasonJson("group", in.group().value());
                case Reason.ByGrant by -> new ReasonJson("grant", by.grant().value());
                case Reason.Extension by -> new ReasonJson("plugin", by.name());
            };
        }
    }

    static RoleJson of(EligibleRole role, AccountList accounts, WeepWords words) {
        Optional<Account> account = accounts.find(role.role().account());
        Optional<IndexedRole> facts = role.facts();
        return new RoleJson(
                role.role().toString(),
                role.role().account().value(),
                account.map(Account::name).orElse(role.role().account().value()),
                account.flatMap(Account::environment),
                role.role().name(),
                role.role().path(),
                words.of(role.role()),
                facts.flatMap(IndexedRole::description),
                facts.flatMap(IndexedRole::owner),
                new TreeMap<>(facts.map(IndexedRole::tags).orElse(Map.of())),
                role.reasons().stream().map(ReasonJson::of).toList(),
                role.cliOnly(),
                role.until(),
                facts.map(IndexedRole::maxSession).map(Duration::toSeconds).orElse(3600L));
    }
}
