package org.consoleme.platform.aws;

import java.util.List;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountSource;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.shared.AccountId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;

/** The one account that we run in, by its alias, or its number where it has none. */
public class CurrentAccountSource implements AccountSource {
    private final AwsClients clients;
    private final HubIdentity identity;

    CurrentAccountSource(AwsClients clients, HubIdentity identity) {
        this.clients = clients;
        this.identity = identity;
    }

    @Override
    public String name() {
        return "current account";
    }

    @Override
    public List<Account> read() {
        AccountId id = identity.get().account();
        return List.of(
                new Account(
                        id,
                        alias().orElse(id.value()),
                        AccountStatus.ACTIVE,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        true));
    }

    /** An account without alias, or one whose alias we may not see, still has its number. */
    private Optional<String> alias() {
        try (IamClient iam = clients.iam(clients.hub())) {
            return iam.listAccountAliases().accountAliases().stream().findFirst();
        } catch (SdkException error) {
            if (AwsErrors.isAccessDenied(error)) {
                return Optional.empty();
            }
            throw AwsErrors.problem(error);
        }
    }
}
