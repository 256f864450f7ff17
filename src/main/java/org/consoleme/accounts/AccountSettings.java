package org.consoleme.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Settings;

/**
 * Which accounts the jobs read.
 *
 * @param environment {@code environment}, lower case; empty if the configuration names none
 * @param testAccounts {@code celery.test_account_ids}: all that is read in other environments than
 *     {@code prod} and {@code dev}
 * @param honourSyncEnabled {@code accounts.honour_sync_enabled}, ours: leave accounts out that say
 *     {@code sync_enabled: false}; off by default, because ConsoleMe read them all the same
 */
public record AccountSettings(
        Optional<String> environment, Set<String> testAccounts, boolean honourSyncEnabled)
        implements Settings {
    private static final Set<String> READS_ALL = Set.of("prod", "dev");

    public AccountSettings {
        testAccounts = Set.copyOf(testAccounts);
    }

    public static AccountSettings from(Configuration configuration) {
        return new AccountSettings(
                configuration
                        .text("environment")
                        .filter(text -> !text.isBlank())
                        .map(text -> text.strip().toLowerCase(Locale.ROOT)),
                new TreeSet<>(configuration.list("celery.test_account_ids")),
                configuration.flag("accounts.honour_sync_enabled", false));
    }

    /** No environment counts as {@code prod}. */
    boolean readsAll() {
        return environment.map(READS_ALL::contains).orElse(true);
    }
}
