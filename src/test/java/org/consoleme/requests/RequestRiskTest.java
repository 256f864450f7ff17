package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.PlaceRisk;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.platform.config.YamlConfiguration;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;
import org.consoleme.shared.RoleArn;
import org.junit.jupiter.api.Test;

class RequestRiskTest {
    private static final RoleArn ROLE = RoleArn.parse("arn:aws:iam::410000000017:role/app");
    private static final PolicyDocument GUARD = policy("Deny", "iam:*", "*");
    private static final PolicyDocument READ =
            policy("Allow", "s3:GetObject", "arn:aws:s3:::acme-logs/*");

    private static final ManagementAccounts MANAGEMENT =
            ManagementAccounts.from(
                    YamlConfiguration.ofYaml(
                            "cache_accounts_from_aws_organizations:"
                                    + " [{organizations_master_account_id: '010000000001'}]"));
    private static final RoleArn ROOT_OF_ALL =
            RoleArn.parse("arn:aws:iam::010000000001:role/billing");

    @Test
    void whateverIsAboutARoleInTheManagementAccountIsHigh() {
        assertThat(risk(new Change.RoleForATime(ROOT_OF_ALL, Duration.ofHours(1))))
                .isEqualTo(Risk.HIGH);
        assertThat(risk(new Change.PutInlinePolicy(ROOT_OF_ALL, "a", READ, Optional.empty())))
                .isEqualTo(Risk.HIGH);
        assertThat(risk(new Change.DeleteInlinePolicy(ROOT_OF_ALL, "read", READ)))
                .isEqualTo(Risk.HIGH);
    }

    @Test
    void noOrganizationHasNoManagementAccount() {
        assertThat(ManagementAccounts.from(MapConfiguration.empty()))
                .isEqualTo(ManagementAccounts.NONE);
    }

    @Test
    void takingADenialAwayIsHigh() {
        assertThat(risk(new Change.DeleteInlinePolicy(ROLE, "guard", GUARD))).isEqualTo(Risk.HIGH);
        assertThat(risk(new Change.PutInlinePolicy(ROLE, "guard", READ, Optional.of(GUARD))))
                .isEqualTo(Risk.HIGH);
    }

    @Test
    void takingAPermissionAwayIsLow() {
        assertThat(risk(new Change.DeleteInlinePolicy(ROLE, "read", READ))).isEqualTo(Risk.LOW);
    }

    @Test
    void whatTwoPoliciesAllowTogetherCountsTogether() {
        Change passes = put("a", policy("Allow", "iam:PassRole", "*"));
        Change creates =
                put("b", policy("Allow", "lambda:CreateFunction\", \"lambda:InvokeFunction", "*"));

        assertThat(risk(passes, creates)).isEqualTo(Risk.HIGH);
    }

    @Test
    void aRoleForATimeIsLow() {
        assertThat(risk(new Change.RoleForATime(ROLE, Duration.ofHours(1)))).isEqualTo(Risk.LOW);
    }

    private static Change put(String name, PolicyDocument document) {
        return new Change.PutInlinePolicy(ROLE, name, document, Optional.empty());
    }

    private static Risk risk(Change... changes) {
        return new RequestRisk(new DocumentReview(), new PlaceRisk(MANAGEMENT))
                .of(List.of(changes));
    }

    private static PolicyDocument policy(String effect, String action, String resource) {
        return PolicyDocument.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\""
                        + effect
                        + "\",\"Action\":[\""
                        + action
                        + "\"],\"Resource\":\""
                        + resource
                        + "\"}]}");
    }
}
