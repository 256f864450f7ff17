package org.consoleme.requests;

import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;

/** The people, roles and texts of {@link RequestsFixture}, and what is said of them. */
final class RequestSamples {
    static final String ACCOUNT = "410000000017";
    static final RoleArn APP = RoleArn.parse("arn:aws:iam::410000000017:role/app");
    static final RoleArn OTHER = RoleArn.parse("arn:aws:iam::410000000017:role/other");
    static final RoleArn PROD = RoleArn.parse("arn:aws:iam::410000000017:role/prod");
    static final Caller ALICE = Callers.web("alice@example.com", "engineers");
    static final Caller BOB = Callers.web("bob@example.com");
    static final Caller CAROL = Callers.web("carol@example.com", "team");
    static final Caller DAN = Callers.web("dan@example.com", "team");
    static final PolicyDocument D =
            PolicyDocument.parse(
                    "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
                            + " \"Action\": \"s3:GetObject\", \"Resource\":"
                            + " \"arn:aws:s3:::acme-logs/*\"}]}");
    static final PolicyDocument E =
            PolicyDocument.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                            + "\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::acme-logs/*\"}]}");
    static final PolicyDocument LIVE =
            PolicyDocument.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                            + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"}]}");

    /** The one approval rule, for roles for a time. */
    static final String TEAM_DECIDES =
            """
            approval_rules:
            - name: team decides
              match: {kinds: [role], accounts: [lab]}
              who_may_ask: [engineers, bob@example.com]
              approvers: [team]
              max_duration: 8h
              expires_after: 2d
            """;

    private RequestSamples() {}

    static IndexedRole role(RoleArn arn, String group) {
        return Roles.role(arn.toString(), Set.of(group), Set.of());
    }

    static AskedChange newPolicy(String name) {
        return new AskedChange.NewPolicy(APP, Optional.of(name), D);
    }

    static ReviewCommand approve(ChangeRequest shown) {
        return new ReviewCommand.Approve(shown.hash(), Set.of(), Optional.empty());
    }

    static ReviewCommand approve(ChangeRequest shown, int change) {
        return new ReviewCommand.Approve(
                shown.hash(), Set.of(shown.id().value() + change), Optional.empty());
    }

    static ReviewCommand reject(ChangeRequest shown) {
        return new ReviewCommand.Reject(shown.hash(), "not now");
    }
}
