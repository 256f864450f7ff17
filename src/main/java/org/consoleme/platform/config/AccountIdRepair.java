package org.consoleme.platform.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consoleme.shared.AccountId;

/**
 * Gives account ids the leading zeros back that they lost as numbers somewhere before (12 unquoted
 * digits are kept as written, see {@link SafeYaml}). Only where a key is known to hold account ids;
 * each repair is noted, and so is what is no account id at all.
 */
final class AccountIdRepair {
    private static final int DIGITS = 12;
    private static final Pattern SHORTER = Pattern.compile("[0-9]{1,11}");

    private final List<String> notes = new ArrayList<>();

    /**
     * @param notes one sentence for each value that was changed or is none
     */
    record Repaired(Map<String, Object> tree, List<String> notes) {
        Repaired {
            notes = List.copyOf(notes);
        }
    }

    /** Of a static configuration, with its {@code dynamic_config} block. */
    static Repaired inStatic(Map<String, Object> tree) {
        AccountIdRepair repair = new AccountIdRepair();
        Map<String, Object> copy = new LinkedHashMap<>(tree);
        repair.within(copy, "", "account_ids_to_name", repair::keys);
        repair.child(copy, "", "aws", "account_number", repair::value);
        repair.child(copy, "", "aws", "compliance_account_ids", repair::list);
        repair.child(copy, "", "celery", "test_account_ids", repair::list);
        repair.child(copy, "", "policies", "role_name_overrides", repair::keys);
        repair.child(copy, "", "policies", "external_ids", repair::keys);
        repair.within(copy, "", "get_enabled_regions_for_account", repair::keys);
        repair.within(copy, "", "cache_accounts_from_aws_organizations", repair::organizations);
        repair.child(copy, "", "dynamic_config", "account_ids_to_name", repair::keys);
        return repair.result(copy);
    }

    static Repaired inDynamic(Map<String, Object> tree) {
        AccountIdRepair repair = new AccountIdRepair();
        Map<String, Object> copy = new LinkedHashMap<>(tree);
        repair.within(copy, "", "account_ids_to_name", repair::keys);
        return repair.result(copy);
    }

    private Repaired result(Map<String, Object> tree) {
        return new Repaired(Collections.unmodifiableMap(tree), notes);
    }

    /** Looks at the value of one key, named in notes by its dotted path. */
    private interface Step {
        Object on(String path, Object value);
    }

    private void within(Map<String, Object> map, String prefix, String key, Step step) {
        map.computeIfPresent(key, (name, value) -> step.on(prefix + name, value));
    }

    private void child(
            Map<String, Object> map, String prefix, String parent, String key, Step step) {
        within(
                map,
                prefix,
                parent,
                (path, value) -> {
                    if (!(value instanceof Map<?, ?> children)) {
                        return value;
                    }
                    Map<String, Object> copy = new LinkedHashMap<>(YamlTree.asTree(children));
                    within(copy, path + ".", key, step);
                    return Collections.unmodifiableMap(copy);
                });
    }

    private Object organizations(String path, Object value) {
        if (!(value instanceof List<?> entries)) {
            return value;
        }
        List<Object> copy = new ArrayList<>();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> map) {
                Map<String, Object> organization = new LinkedHashMap<>(YamlTree.asTree(map));
                within(
                        organization,
                        path + "[" + copy.size() + "].",
                        "organizations_master_account_id",
                        this::value);
                copy.add(Collections.unmodifiableMap(organization));
            } else {
                copy.add(entry);
            }
        }
        return Collections.unmodifiableList(copy);
    }

    private Object keys(String path, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        YamlTree.asTree(map).forEach((key, item) -> copy.putIfAbsent(repaired(path, key), item));
        return Collections.unmodifiableMap(copy);
    }

    private Object list(String path, Object value) {
        return value instanceof List<?> items
                ? items.stream().map(item -> value(path, item)).toList()
                : value(path, value);
    }

    private Object value(String path, Object value) {
        return switch (value) {
            case Integer number -> repaired(path, number.toString());
            case Long number -> repaired(path, number.toString());
            case String text -> repaired(path, text);
            case null, default -> value;
        };
    }

    private String repaired(String path, String written) {
        if (AccountId.isAccountId(written)) {
            return written;
        }
        if (SHORTER.matcher(written).matches()) {
            String repaired = "0".repeat(DIGITS - written.length()) + written;
            notes.add(
                    path
                            + ": "
                            + written
                            + " is read as account "
                            + repaired
                            + "; put it in quotes");
            return repaired;
        }
        notes.add(path + ": holds something that is not an account id of 12 digits");
        return written;
    }
}
