package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.policies.Risk;
import org.consoleme.shared.RoleArn;
import org.junit.jupiter.api.Test;

class RequestRiskTest {
    private static final RoleArn ROLE = RoleArn.parse("arn:aws:iam::410000000017:role/app");
    private static final PolicyDocument GUARD = policy("Deny", "iam:*", "*");
    private static final PolicyDocument READ =
            policy("Allow", "s3:GetObject", "arn:aws:s3:::acme-logs/*");

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
        return RequestRisk.of(List.of(changes), new DocumentReview());
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
