package org.consoleme.inventory;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UseCase;
import org.consoleme.shared.UserId;

/**
 * Copies one role that was changed just now into the caches, so that nobody waits for the next
 * reading of its account. Twice in a row has the same result.
 */
@UseCase
public class RefreshRole {
    /** A whole reading may publish at the same moment: then its index is taken anew. */
    private static final int TRIES = 3;

    private final RoleReader reader;
    private final IamCache cache;
    private final AccountIndexes indexes;
    private final InventorySettings settings;
    private final Clock clock;

    @Inject
    public RefreshRole(
            RoleReader reader,
            IamCache cache,
            AccountIndexes indexes,
            InventorySettings settings,
            Clock clock) {
        this.reader = reader;
        this.cache = cache;
        this.indexes = indexes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A role that is gone, or that {@code roles.allowed_*} does not allow, is taken out.
     *
     * @throws org.consoleme.shared.ProblemException {@code Refused} or {@code Unavailable} from AWS
     *     or a store: the next reading of the account makes it good
     */
    public void handle(RoleArn role, UserId onBehalfOf) {
        AccountReading reading =
                new AccountReading(role.account(), settings, Map.of(), clock.instant());
        List<IamObject> kept = reading.keep(reader.read(role, onBehalfOf).stream().toList());
        if (kept.isEmpty()) {
            cache.remove(
                    role.account(),
                    List.of(new IamCache.Gone(IamObject.Kind.ROLE, role.toString())));
        } else {
            cache.write(reading.due(kept));
        }
        index(role, reading.rows());
    }

    private void index(RoleArn role, List<IndexedRole> now) {
        boolean published = false;
        for (int attempt = 0; attempt < TRIES && !published; attempt++) {
            published = published(role, now);
        }
    }

    /**
     * An account that was never read as a whole has no index, and one of a single role would say
     * that there are no others.
     *
     * @return false if somebody else published meanwhile
     */
    private boolean published(RoleArn role, List<IndexedRole> now) {
        AccountId account = role.account();
        Optional<AccountIndex> last = indexes.read(account);
        Optional<AccountIndex> next = last.map(index -> with(index, role, now));
        if (next.equals(last)) {
            return true;
        }
        if (!last.map(AccountIndex::version)
                .equals(Optional.ofNullable(indexes.versions().get(account)))) {
            return false;
        }
        next.ifPresent(indexes::publish);
        return true;
    }

    /** Its age stays that of the whole reading. */
    private static AccountIndex with(AccountIndex index, RoleArn role, List<IndexedRole> now) {
        List<IndexedRole> roles = new ArrayList<>(index.roles());
        roles.removeIf(one -> one.arn().equals(role));
        roles.addAll(now);
        roles.sort((a, b) -> a.arn().compareTo(b.arn()));
        return new AccountIndex(index.account(), IndexVersion.of(roles), index.asOf(), roles);
    }
}
