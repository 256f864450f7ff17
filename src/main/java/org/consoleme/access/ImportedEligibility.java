package org.consoleme.access;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * Eligibility from ConsoleMe's own mapping, for accounts that our index does not have yet: an
 * existing installation works from the first minute.
 */
@Single
public class ImportedEligibility implements EligibilitySource {
    /** The mapping of a large organization takes a while to read. */
    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(1);

    private final CurrentIndex index;
    private final Accounts accounts;
    private final Clock clock;
    private volatile AuthorizationMapping mapping = AuthorizationMapping.EMPTY;
    private volatile Instant takenAt = Instant.EPOCH;

    @Inject
    public ImportedEligibility(CurrentIndex index, Accounts accounts, Clock clock) {
        this.index = index;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether it is time to look at what is stored again. */
    boolean isDue() {
        return !takenAt.plus(BETWEEN_READINGS).isAfter(clock.instant());
    }

    /** Takes over what is stored; called while the index has gaps. */
    public void take(AuthorizationMapping stored) {
        mapping = stored;
        takenAt = clock.instant();
    }

    /** Our own index knows everything: what ConsoleMe once wrote must never count again. */
    void forget() {
        mapping = AuthorizationMapping.EMPTY;
    }

    @Override
    public List<Entitlement> of(Caller caller) {
        AuthorizationMapping now = mapping;
        List<Entitlement> found = new ArrayList<>();
        String user = caller.user().value();
        add(now, user, new Reason.Named(), found);
        if (!caller.user().key().equals(user)) {
            add(now, caller.user().key(), new Reason.Named(), found);
        }
        for (GroupName group : caller.groups()) {
            add(now, group.value(), new Reason.InGroup(group), found);
        }
        return found;
    }

    private void add(
            AuthorizationMapping from, String identity, Reason reason, List<Entitlement> into) {
        add(from.authorized(), identity, Surface.CONSOLE, reason, into);
        add(from.cliOnly(), identity, Surface.CLI, reason, into);
    }

    private void add(
            Map<String, Set<String>> from,
            String identity,
            Surface surface,
            Reason reason,
            List<Entitlement> into) {
        RoleIndex known = index.get();
        for (String arn : from.getOrDefault(identity, Set.of())) {
            RoleArn.tryParse(arn)
                    .filter(role -> !known.has(role.account()) && mayBeUsed(role.account()))
                    .ifPresent(
                            role ->
                                    into.add(
                                            new Entitlement(
                                                    role, surface, reason, Optional.empty())));
        }
    }

    /** Before the first list of accounts nobody knows which are closed. */
    private boolean mayBeUsed(AccountId account) {
        AccountList now = accounts.current();
        return now.accounts().isEmpty() || now.find(account).filter(Account::active).isPresent();
    }
}
