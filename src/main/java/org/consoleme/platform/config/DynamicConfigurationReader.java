package org.consoleme.platform.config;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.DynamicConfiguration.CustomHeader;
import org.consoleme.shared.DynamicConfiguration.MappedRoles;

/** Reads one tree, entry by entry; a bad entry is named and left out, and the others count. */
final class DynamicConfigurationReader {
    private static final int MAX_PROBLEMS = 100;
    private static final int MAX_LINE = 200;
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    private final Map<String, Object> tree;
    private final List<String> problems = new ArrayList<>();
    private int more;

    DynamicConfigurationReader(Map<String, Object> tree, List<String> notes) {
        AccountIdRepair.Repaired repaired = AccountIdRepair.inDynamic(tree);
        this.tree = repaired.tree();
        notes.forEach(this::problem);
        repaired.notes().forEach(this::problem);
    }

    DynamicConfiguration read(
            String version, Optional<Instant> updatedAt, Optional<String> updatedBy) {
        Map<String, List<String>> groups = groups();
        Map<String, MappedRoles> mapping = mapping();
        Map<AccountId, String> names = accountNames();
        List<CustomHeader> headers = headers();
        Map<String, Object> cache = map("role_cache", tree.get("role_cache"));
        DynamicConfiguration.RoleCache roleCache =
                new DynamicConfiguration.RoleCache(
                        Boolean.TRUE.equals(cache.get("always_refresh_roles_cache")),
                        seconds(
                                "role_cache.cache_expiration",
                                cache.get("cache_expiration"),
                                Duration.ofMinutes(1),
                                Duration.ofDays(1)));
        Duration interval =
                seconds(
                        "dynamo_load_interval",
                        tree.get("dynamo_load_interval"),
                        DynamicConfiguration.DEFAULT_LOAD_INTERVAL,
                        LONGEST_INTERVAL);
        if (more > 0) {
            problems.add("and " + more + " more");
        }
        return new DynamicConfiguration(
                version,
                updatedAt,
                updatedBy,
                groups,
                mapping,
                names,
                headers,
                roleCache,
                interval,
                YamlConfiguration.ofTree(tree),
                problems);
    }

    private Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        map("groups", tree.get("groups"))
                .forEach(
                        (name, value) -> {
                            if (!(value instanceof Map)) {
                                String path = "groups." + name;
                                groups.put(name, List.copyOf(texts(path, value)));
                            }
                        });
        return groups;
    }

    private Map<String, MappedRoles> mapping() {
        Map<String, MappedRoles> mapping = new LinkedHashMap<>();
        map("group_mapping", tree.get("group_mapping"))
                .forEach(
                        (identity, value) -> {
                            String path = "group_mapping." + identity;
                            if (identity.isBlank()) {
                                problem("group_mapping: a user or group has no name");
                                return;
                            }
                            Map<String, Object> entry = map(path, value);
                            mapping.put(
                                    identity,
                                    new MappedRoles(
                                            texts(path + ".roles", entry.get("roles")),
                                            texts(
                                                    path + ".cli_only_roles",
                                                    entry.get("cli_only_roles"))));
                        });
        return mapping;
    }

    private Map<AccountId, String> accountNames() {
        Map<AccountId, String> names = new LinkedHashMap<>();
        map("account_ids_to_name", tree.get("account_ids_to_name"))
                .forEach(
                        (id, value) -> {
                            Object name =
                                    value instanceof List<?> list && !list.isEmpty()
                                            ? list.getFirst()
                                            : value;
                            if (!AccountId.isAccountId(id)) {
                                return; // named by the repair
                            }
                            if (name instanceof String text && !text.isBlank()) {
                                names.put(new AccountId(id), text);
                            } else {
                                problem("account_ids_to_name." + id + ": has no name");
                            }
                        });
        return names;
    }

    private List<CustomHeader> headers() {
        String key = "custom_headers_for_group_members";
        List<CustomHeader> headers = new ArrayList<>();
        Object value = tree.get(key);
        if (value == null) {
            return headers;
        }
        if (!(value instanceof List<?> entries)) {
            problem(key + ": expected a list");
            return headers;
        }
        for (int i = 0; i < entries.size(); i++) {
            String path = key + "[" + i + "]";
            Map<String, Object> entry = map(path, entries.get(i));
            Set<String> people = texts(path + ".users_or_groups", entry.get("users_or_groups"));
            if (people.isEmpty()) {
                problem(path + ": is for nobody");
                continue;
            }
            headers.add(
                    new CustomHeader(
                            List.copyOf(people),
                            text(entry.get("title"), ""),
                            text(entry.get("message"), ""),
                            text(entry.get("route"), ".*")));
        }
        return headers;
    }

    private Map<String, Object> map(String path, Object value) {
        return switch (value) {
            case null -> Map.of();
            case Map<?, ?> map -> YamlTree.asTree(map);
            default -> {
                problem(path + ": expected a map");
                yield Map.of();
            }
        };
    }

    /** Texts of a list, or one text; repeated ones once. */
    private Set<String> texts(String path, Object value) {
        Set<String> texts = new LinkedHashSet<>();
        Collection<?> items =
                switch (value) {
                    case null -> List.of();
                    case Collection<?> several -> several;
                    default -> List.of(value);
                };
        for (Object item : items) {
            switch (item) {
                case String text when !text.isBlank() -> texts.add(text);
                case Integer number -> texts.add(number.toString());
                case null, default -> problem(path + ": holds something that is not text");
            }
        }
        return texts;
    }

    private Duration seconds(String path, Object value, Duration otherwise, Duration longest) {
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer seconds && seconds >= 1 && seconds <= longest.toSeconds()) {
            return Duration.ofSeconds(seconds);
        }
        problem(path + ": expected 1 to " + longest.toSeconds() + " seconds");
        return otherwise;
    }

    private static String text(Object value, String otherwise) {
        return value == null || value instanceof Collection || value instanceof Map
                ? otherwise
                : value.toString();
    }

    private void problem(String line) {
        if (problems.size() == MAX_PROBLEMS - 1) {
            more++;
            return;
        }
        problems.add(KeyReport.shown(line, MAX_LINE));
    }
}
