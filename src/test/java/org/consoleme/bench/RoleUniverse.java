package org.consoleme.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;

/**
 * Invented roles, the same ones each time: names of team, service, purpose and number as people
 * make them, each role for one group and every third for another one in the CLI alone. Role 0, 10,
 * 20, … of all is for one person too.
 *
 * @param groups roles are dealt to them in turn
 */
record RoleUniverse(int accounts, int rolesPerAccount, int groups) {
    private static final String[] TEAMS = {
        "billing",
        "payments",
        "search",
        "identity",
        "platform",
        "data",
        "media",
        "ads",
        "mobile",
        "security",
        "network",
        "support",
        "growth",
        "content",
        "partner",
        "legal",
        "finance",
        "research",
        "edge",
        "studio"
    };
    private static final String[] SERVICES = {
        "api", "worker", "gateway", "ledger", "catalog", "pipeline", "warehouse", "reports",
        "scheduler", "notifier", "archive", "index", "frontend", "crawler", "exporter", "monitor"
    };
    private static final String[] PURPOSES = {
        "admin",
        "reader",
        "deploy",
        "operator",
        "lambda",
        "instance",
        "backup",
        "audit",
        "ci",
        "breakglass",
        "developer",
        "support"
    };
    private static final int EVERY_PERSON = 10;
    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

    long size() {
        return (long) accounts * rolesPerAccount;
    }

    static String group(int number) {
        return "team-" + number + "@example.com";
    }

    static String person(int number) {
        return "person-" + number + "@example.com";
    }

    /** The role that is for this person. */
    RoleArn roleOf(int person) {
        int number = person * EVERY_PERSON;
        return arn(number / rolesPerAccount, number % rolesPerAccount);
    }

    AccountIndex account(int account) {
        List<IndexedRole> roles = new ArrayList<>(rolesPerAccount);
        for (int i = 0; i < rolesPerAccount; i++) {
            roles.add(role(account, i));
        }
        return new AccountIndex(id(account), "bench-" + account, AS_OF, roles);
    }

    /** The account itself, named after a team and what it is for. */
    Account describe(int account) {
        String environment = account % 3 == 0 ? "prod" : "test";
        return new Account(
                id(account),
                "%s-%s-%d".formatted(TEAMS[account % TEAMS.length], environment, account),
                AccountStatus.ACTIVE,
                Optional.empty(),
                Optional.of(environment),
                List.of("Root", account % 3 == 0 ? "Production" : "Test"),
                true);
    }

    private IndexedRole role(int account, int inAccount) {
        int number = account * rolesPerAccount + inAccount;
        Set<String> web =
                number % EVERY_PERSON == 0
                        ? Set.of(group(number % groups), person(number / EVERY_PERSON))
                        : Set.of(group(number % groups));
        Set<String> cli = number % 3 == 0 ? Set.of(group((number + 7) % groups)) : Set.of();
        Random random = new Random(number);
        return new IndexedRole(
                arn(account, inAccount),
                web,
                cli,
                Duration.ofHours(1 + random.nextInt(12)),
                Optional.of("owner-" + random.nextInt(500) + "@example.com"),
                random.nextBoolean()
                        ? Optional.of("Used by the " + pick(TEAMS, random) + " team's jobs")
                        : Optional.empty(),
                Map.of(
                        "consoleme-authorized",
                        group(number % groups),
                        "cost-center",
                        "cc-" + random.nextInt(1000)));
    }

    private RoleArn arn(int account, int inAccount) {
        Random random = new Random(account * 31L * rolesPerAccount + inAccount);
        String name =
                "%s-%s-%s-%04d"
                        .formatted(
                                pick(TEAMS, random),
                                pick(SERVICES, random),
                                pick(PURPOSES, random),
                                inAccount);
        String path = inAccount % 20 == 0 ? "/service/" : "/";
        return new RoleArn("aws", id(account), path, name);
    }

    static AccountId id(int account) {
        return new AccountId(String.valueOf(500_000_000_000L + account));
    }

    private static String pick(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }
}
