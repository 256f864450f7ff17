package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.platform.aws.PoliciesOfApp.APP;
import static org.consoleme.platform.aws.PoliciesOfApp.BO;
import static org.consoleme.platform.aws.PoliciesOfApp.READ;

import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.IamStub;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Policies are read and changed as the account's own role, in a session that leads back to a
 * person.
 */
class RolePoliciesSpokeWireTest {
    private final PoliciesOfApp app = new PoliciesOfApp();
    private final IamStub stub = app.stub;
    private final SdkRolePolicies policies = app.policies;

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void sessionsAreTheSpokeRolesAndLeadBackToThePerson() {
        policies.put(
                APP, "p", PolicyDocument.parse(READ), new UserId("Müller, Jörg " + "x".repeat(80)));

        assertThat(stub.last("AssumeRole"))
                .containsEntry("RoleArn", "arn:aws:iam::200000000002:role/ConsoleMe")
                .extractingByKey("RoleSessionName")
                .asString()
                .startsWith("principal-updater-m-ller,-j-rg-xxx")
                .hasSize(64)
                .matches("[a-z0-9+=,.@_-]+");
    }

    @Test
    void eachPersonHasASessionOfTheirOwnAndOneForManyCalls() {
        policies.put(APP, "p", PolicyDocument.parse(READ), BO);
        policies.delete(APP, "p", BO);
        policies.put(APP, "p", PolicyDocument.parse(READ), new UserId("ada@example.com"));

        assertThat(stub.calls("AssumeRole")).isEqualTo(2);
        assertThat(stub.last("AssumeRole"))
                .containsEntry("RoleSessionName", "principal-updater-ada@example.com");
    }

    @Test
    void defectB11_policyA23_withoutASpokeRoleNothingIsChangedNotEvenInOurOwnAccount() {
        RoleArn hub = RoleArn.parse("arn:aws:iam::123456789012:role/app");

        try (PoliciesOfApp without = new PoliciesOfApp(Settings.NONE)) {
            for (RoleArn role : new RoleArn[] {hub, APP}) {
                assertThat(
                                Problems.of(
                                        () ->
                                                without.policies.put(
                                                        role, "p", PolicyDocument.parse(READ), BO)))
                        .isInstanceOfSatisfying(
                                Problem.Invalid.class,
                                p -> assertThat(p.field()).isEqualTo("policies.role_name"));
            }
            assertThat(without.stub.calls("PutRolePolicy")).isZero();
        }
    }

    @Test
    void aRoleOfAnotherPartitionIsNotLookedForInOurs() {
        RoleArn chinese = RoleArn.parse("arn:aws-cn:iam::200000000002:role/app");

        assertThat(Problems.of(() -> policies.inline(chinese, "p", BO)))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(stub.calls("AssumeRole")).isZero();
    }

    @Test
    void aSpokeRoleThatWasMadeAnewIsAssumedAnew() {
        policies.inline(APP, "p", BO);
        stub.refuse("200000000002");
        assertThat(Problems.of(() -> policies.inline(APP, "p", BO)))
                .isInstanceOf(Problem.Unavailable.class);
        stub.allow();

        assertThat(policies.inline(APP, "p", BO).isPresent()).isFalse();
        assertThat(stub.calls("AssumeRole")).isEqualTo(2);
    }
}
