package org.consoleme.platform.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountSource;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Configuration;

/**
 * The accounts of {@code account_ids_to_name}: the dynamic configuration's, overridden by the
 * static one's. All of them are active.
 */
public class ConfiguredAccountSource implements AccountSource {
    private static final String KEY = "account_ids_to_name";

    private final Configuration configuration;
    private final Supplier<Map<String, String>> dynamic;

    /**
     * @param dynamic {@code account_ids_to_name} of the dynamic configuration as it is now
     */
    ConfiguredAccountSource(Configuration configuration, Supplier<Map<String, String>> dynamic) {
        this.configuration = configuration;
        this.dynamic = dynamic;
    }

    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public List<Account> read() {
        Map<AccountId, String> names = new TreeMap<>();
        dynamic.get().forEach((id, name) -> names.put(id("dynamic_config." + KEY, id), name));
        configuration.map(KEY).forEach((id, name) -> names.put(id(KEY, id), first(name)));
        return names.entrySet().stream()
                .map(entry -> account(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static AccountId id(String key, String text) {
        return AwsSettings.account(key, text);
    }

    /** ConsoleMe allows a list whose first element is the name. */
    private static String first(Object name) {
        Object first = name instanceof List<?> list && !list.isEmpty() ? list.getFirst() : name;
        return first == null || first instanceof List ? "" : first.toString();
    }

    private static Account account(AccountId id, String name) {
        return new Account(
                id,
                name == null || name.isBlank() ? id.value() : name,
                AccountStatus.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
    }
}
