package org.consoleme.accounts;

import java.util.List;
import java.util.Optional;
import org.consoleme.shared.AccountId;

/**
 * One AWS account.
 *
 * @param environment {@code prod} or {@code test} where the source knows
 * @param ous the organizational units from the root down, by name; empty where the account is in
 *     none, and where they are not known
 * @param syncEnabled whether jobs read it
 * @param ousKnown whether {@code ous} says where the account is: false if nobody ever told us, be
 *     it that the source does not let us see units or that a ConsoleMe wrote the list
 */
public record Account(
        AccountId id,
        String name,
        AccountStatus status,
        Optional<String> email,
        Optional<String> environment,
        List<String> ous,
        boolean syncEnabled,
        boolean ousKnown) {
    public Account {
        ous = List.copyOf(ous);
    }

    /** One whose organizational units are known. */
    public Account(
            AccountId id,
            String name,
            AccountStatus status,
            Optional<String> email,
            Optional<String> environment,
            List<String> ous,
            boolean syncEnabled) {
        this(id, name, status, email, environment, ous, syncEnabled, true);
    }

    /** The same, where nobody said in which organizational units it is. */
    public Account withoutOus() {
        return placed(List.of(), false);
    }

    /** The same, in the units where {@code last} was. */
    Account placedAs(Account last) {
        return last.ousKnown ? placed(last.ous, true) : withoutOus();
    }

    private Account placed(List<String> units, boolean known) {
        return new Account(id, name, status, email, environment, units, syncEnabled, known);
    }

    public boolean active() {
        return status == AccountStatus.ACTIVE;
    }
}
