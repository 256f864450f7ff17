package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * What an account that does not let us in has to do: the trust policy of its spoke role, ready to
 * copy. Our own sessions there carry neither tags nor a source identity, so it allows nothing else.
 */
@Single
public class SpokeTrust {
    private final HubIdentity hub;
    private final AccountIndexes indexes;
    private final AwsSettings settings;

    @Inject
    SpokeTrust(HubIdentity hub, AccountIndexes indexes, AwsSettings settings) {
        this.hub = hub;
        this.indexes = indexes;
        this.settings = settings;
    }

    String todo() {
        return "In each of them, let the spoke role "
                + settings.spokeRole().map(role -> role + " ").orElse("")
                + "trust the hub: "
                + policy();
    }

    private String policy() {
        boolean external = settings.externalId().isPresent() || !settings.externalIds().isEmpty();
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"%s}]}"""
                .formatted(
                        principal(),
                        external
                                ? ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"the account's external id\"}}"
                                : "");
    }

    private String principal() {
        try {
            HubIdentity.Identity identity = hub.get();
            return withPath(identity).orElseGet(identity::principal);
        } catch (ProblemException unknown) {
            return "the hub role's ARN";
        }
    }

    /** STS leaves a role's path out; what the jobs read of the hub's account has it. */
    private Optional<String> withPath(HubIdentity.Identity identity) {
        if (!identity.chained()) {
            return Optional.empty();
        }
        String name = RoleArn.parse(identity.principal()).name();
        try {
            return indexes.read(identity.account()).map(AccountIndex::roles).stream()
                    .flatMap(roles -> roles.stream().map(IndexedRole::arn))
                    .filter(role -> role.name().equals(name))
                    .map(RoleArn::toString)
                    .findFirst();
        } catch (ProblemException away) {
            return Optional.empty();
        }
    }
}
