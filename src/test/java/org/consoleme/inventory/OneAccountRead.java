package org.consoleme.inventory;

import static org.consoleme.testing.IamObjects.other;
import static org.consoleme.testing.IamObjects.role;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consoleme.accounts.Account;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryIamArchive;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.fakes.ScriptedIamReader;
import org.consoleme.shared.Problem;
import org.consoleme.testing.SettableClock;

/** One account, what is read of it, and where that is written. */
final class OneAccountRead {
    static final String ID = "111111111111";
    static final Account ACCOUNT = InMemoryAccounts.account(ID, "spoke");
    static final Problem AWAY = new Problem.Unavailable("IAM", Duration.ofSeconds(1));
    static final String USER = "arn:aws:iam::" + ID + ":user/bo";
    static final String GROUP = "arn:aws:iam::" + ID + ":group/ops";
    static final String POLICY = "arn:aws:iam::" + ID + ":policy/p";
    static final String AWS_POLICY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    final SettableClock clock = SettableClock.atNoon();
    final ScriptedIamReader reader = new ScriptedIamReader();
    final InMemoryIamCache cache = new InMemoryIamCache();
    final InMemoryIamArchive archive = new InMemoryIamArchive();
    final InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();

    static List<IamObject> roles(int count) {
        return IntStream.range(0, count).mapToObj(i -> role(ID, "r" + i, Map.of())).toList();
    }

    static List<IamObject> everyKind() {
        return List.of(
                role(ID, "r0", Map.of()),
                other(IamObject.Kind.USER, ID, USER, Map.of()),
                other(IamObject.Kind.GROUP, ID, GROUP, Map.of()),
                other(IamObject.Kind.POLICY, ID, POLICY, Map.of()),
                other(IamObject.Kind.POLICY, ID, AWS_POLICY, Map.of()));
    }

    RefreshAccount.Refreshed refresh() {
        return refresh(Map.of());
    }

    RefreshAccount.Refreshed refresh(Map<String, Object> configuration) {
        return useCase(configuration).handle(ACCOUNT, () -> false);
    }

    RefreshAccount useCase(Map<String, Object> configuration) {
        return new RefreshAccount(
                reader,
                cache,
                archive,
                indexes,
                InventorySettings.from(new MapConfiguration(configuration)),
                clock);
    }
}
