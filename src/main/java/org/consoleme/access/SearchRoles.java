package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.UseCase;

/**
 * Finds roles among those that the caller may see: words in any order, in the ARN, the account's
 * name or the description.
 */
@UseCase
public class SearchRoles {
    private static final int MOST_WORDS = 16;

    private final EligibleRoles eligible;
    private final Accounts accounts;

    @Inject
    public SearchRoles(EligibleRoles eligible, Accounts accounts) {
        this.eligible = eligible;
        this.accounts = accounts;
    }

    /**
     * @param words as typed; more than 16 words are not looked at
     * @param limit at least 1
     */
    public List<EligibleRole> handle(Caller caller, String words, int limit, Surface surface) {
        List<String> wanted =
                Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toList();
        Map<AccountId, String> names = accounts.current().activeNames();
        return eligible.of(caller, surface).stream()
                .filter(role -> matches(role, names, wanted))
                .limit(limit)
                .toList();
    }

    private static boolean matches(
            EligibleRole role, Map<AccountId, String> names, List<String> words) {
        String text =
                (role.role()
                                + " "
                                + names.getOrDefault(role.role().account(), "")
                                + " "
                                + role.facts().flatMap(facts -> facts.description()).orElse(""))
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
