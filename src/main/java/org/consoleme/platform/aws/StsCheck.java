package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import org.consoleme.operations.Check;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/** Whether STS knows us, and who we are to it. */
@Single
public class StsCheck implements Check {
    private final HubIdentity hub;
    private final AwsSettings settings;

    @Inject
    StsCheck(HubIdentity hub, AwsSettings settings) {
        this.hub = hub;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "sts";
    }

    @Override
    public Finding look() {
        try {
            HubIdentity.Identity identity = hub.renewed();
            String detail =
                    "account "
                            + identity.account()
                            + ", "
                            + identity.arn()
                            + (identity.chained() ? "; a role, so keys last one hour at most" : "");
            return settings.hubAccount()
                    .filter(wanted -> !wanted.equals(identity.account()))
                    .map(wanted -> otherAccount(detail, wanted))
                    .orElseGet(() -> Finding.up(detail));
        } catch (ProblemException error) {
            return Finding.down(
                    error.problem().sentence(),
                    "Give the process AWS credentials of the hub role, and a way to STS.");
        }
    }

    private static Finding otherAccount(String detail, AccountId wanted) {
        return Finding.degraded(
                detail + "; aws.account_number says " + wanted,
                "Give the process the hub account's credentials, or correct aws.account_number.");
    }

    @Override
    public boolean partOfReadiness() {
        return true;
    }
}
