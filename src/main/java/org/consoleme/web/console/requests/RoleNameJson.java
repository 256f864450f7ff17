package org.consoleme.web.console.requests;

import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.shared.RoleArn;

/** A role by its names. */
public record RoleNameJson(String arn, String accountId, String accountName, String name) {
    static RoleNameJson of(RoleArn role, AccountList accounts) {
        String number = role.account().value();
        return new RoleNameJson(
                role.toString(),
                number,
                accounts.find(role.account()).map(Account::name).orElse(number),
                role.name());
    }
}
