package org.consoleme.accounts;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the source for the accounts and makes its answer the current list, unless that would take
 * many accounts away by accident. Where the source did not let us see organizational units, the
 * last known ones stay: approval rules go by them.
 */
@UseCase
public class RefreshAccounts {
    /** The dependency that a {@code Refused} of the guard names. */
    public static final String GUARDED = "account list";

    private static final Logger LOG = LoggerFactory.getLogger(RefreshAccounts.class);

    /** Of fewer, half is one. */
    private static final int LEAST_GUARDED = 4;

    private final AccountSource source;
    private final Accounts accounts;
    private final Clock clock;

    @Inject
    public RefreshAccounts(AccountSource source, Accounts accounts, Clock clock) {
        this.source = source;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @param list the new one
     * @param unplaced how many accounts the source did not place in their organizational units; of
     *     those, {@link AccountList#unplaced} were never placed
     */
    public record Refreshed(AccountList list, long unplaced) {}

    /**
     * @param acceptDrop publish even if most accounts are gone
     * @throws org.consoleme.shared.ProblemException what the source threw, or {@code Refused} when
     *     it named no active account, or less than half of those there were; then the last list
     *     stays
     */
    public Refreshed handle(boolean acceptDrop) {
        Instant asOf = clock.instant();
        AccountList last = accounts.current();
        List<Account> read = once(source.read());
        if (read.stream().noneMatch(Account::active)) {
            throw new Problem.Refused(
                            "accounts from " + source.name(),
                            "no active account; the last list stays")
                    .asException();
        }
        if (!acceptDrop) {
            requireMost(last, read);
        }
        AccountList said = new AccountList(read, asOf);
        AccountList list = said.placedAs(last);
        if (said.unplaced() > 0) {
            LOG.atWarn()
                    .addKeyValue("accounts", said.unplaced())
                    .addKeyValue("neverPlaced", list.unplaced())
                    .addKeyValue("source", source.name())
                    .log("organizational units cannot be read, the last known stay");
        }
        accounts.replace(list);
        return new Refreshed(list, said.unplaced());
    }

    /** An organization is seldom closed in one go; its reader's view of it may well be. */
    private static void requireMost(AccountList last, List<Account> read) {
        Set<AccountId> before = active(last.accounts());
        Set<AccountId> now = active(read);
        long lost = before.stream().filter(id -> !now.contains(id)).count();
        if (before.size() >= LEAST_GUARDED && lost * 2 > before.size()) {
            throw new Problem.Refused(
                            GUARDED,
                            "not published: "
                                    + lost
                                    + " of "
                                    + before.size()
                                    + " active accounts would be gone. The last list stays. If this"
                                    + " is meant, run the job with accept_drop=true")
                    .asException();
        }
    }

    private static Set<AccountId> active(List<Account> accounts) {
        return accounts.stream()
                .filter(Account::active)
                .map(Account::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Two management accounts may both know an account; the one that calls it active is right. */
    private static List<Account> once(List<Account> read) {
        Map<AccountId, Account> byId = new TreeMap<>();
        for (Account account : read) {
            byId.merge(
                    account.id(),
                    account,
                    (first, second) -> first.active() || !second.active() ? first : second);
        }
        return List.copyOf(byId.values());
    }
}
