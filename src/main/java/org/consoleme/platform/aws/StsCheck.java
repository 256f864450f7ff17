package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import org.consoleme.operations.Check;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/** Whether STS knows us, and who we are to it. */
@Single
public class StsCheck implements Check {
    private final HubIdentity hub;

    @Inject
    StsCheck(HubIdentity hub) {
        this.hub = hub;
    }

    @Override
    public String name() {
        return "sts";
    }

    @Override
    public Finding look() {
        try {
            HubIdentity.Identity identity = hub.renewed();
            return Finding.up(
                    "account "
                            + identity.account()
                            + ", "
                            + identity.arn()
                            + (identity.chained()
                                    ? "; a role, so keys last one hour at most"
                                    : ""));
        } catch (ProblemException error) {
            return Finding.down(
                    error.problem().sentence(),
                    "Give the process AWS credentials of the hub role, and a way to STS.");
        }
    }

    @Override
    public boolean partOfReadiness() {
        return true;
    }
}
