package org.consoleme.inventory;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.consoleme.accounts.Account;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;

/**
 * Copies one account's IAM objects into the caches, page by page. Only a complete reading takes
 * anything away; twice in a row has the same result.
 */
@UseCase
public class RefreshAccount {
    private final IamReader reader;
    private final IamCache cache;
    private final IamArchive archive;
    private final AccountIndexes indexes;
    private final InventorySettings settings;
    private final Clock clock;

    @Inject
    public RefreshAccount(
            IamReader reader,
            IamCache cache,
            IamArchive archive,
            AccountIndexes indexes,
            InventorySettings settings,
            Clock clock) {
        this.reader = reader;
        this.cache = cache;
        this.archive = archive;
        this.indexes = indexes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param stopWished asked before each page
     * @throws org.consoleme.shared.ProblemException {@code Refused} or {@code Unavailable} from AWS
     *     or a store; {@code Refused} when AWS showed no role where there were roles; {@code
     *     Conflict} when it was stopped. Pages that were read stay written, nothing is removed, and
     *     index and archive stay as they were
     */
    public Refreshed handle(Account account, BooleanSupplier stopWished) {
        AccountReading reading =
                new AccountReading(
                        account.id(), settings, cache.written(account.id()), clock.instant());
        try (IamArchive.Session session = archive.open(account.id())) {
            reader.read(account, page -> take(page, reading, session, stopWished));
            stopIf(stopWished);
            if (reading.implausible()) {
                throw new Problem.Refused(
                                "IAM of account " + account.id(),
                                "no role at all, though there were roles before; the last reading"
                                        + " stays. Check what the spoke role may list")
                        .asException();
            }
            AccountIndex index = reading.toIndex();
            // First what the doors look at; the copies for others may fail and come with the next
            // turn.
            indexes.publish(index);
            List<IamCache.Gone> gone = reading.gone();
            if (!gone.isEmpty()) {
                cache.remove(account.id(), gone);
            }
            cache.managedPolicies(account.id(), reading.managedPolicies());
            session.commit(index.asOf());
            return reading.summary(gone.size());
        }
    }

    private void take(
            List<IamObject> page,
            AccountReading reading,
            IamArchive.Session session,
            BooleanSupplier stopWished) {
        stopIf(stopWished);
        List<IamObject> kept = reading.keep(page);
        kept.forEach(session::add);
        List<IamCache.Entry> due = reading.due(kept);
        if (!due.isEmpty()) {
            cache.write(due);
        }
    }

    private static void stopIf(BooleanSupplier stopWished) {
        if (stopWished.getAsBoolean()) {
            throw new Problem.Conflict("The run was stopped.").asException();
        }
    }

    /**
     * @param objects roles, users, groups and policies that were kept
     * @param roles those of them that are in the index
     * @param written new, changed or renewed
     * @param leftOut roles that {@code roles.allowed_*} does not allow
     */
    public record Refreshed(int objects, int roles, int written, int removed, int leftOut) {}
}
