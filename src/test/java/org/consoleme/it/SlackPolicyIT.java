package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An inline policy from the form in Slack to AWS, seen there as an administrator sees it. */
class SlackPolicyIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final String ACCOUNT = "data-platform";
    private static final String ROLE = "lake-writer";

    /** Laid out as somebody types it: two spaces, a line break, the longest key not first. */
    private static final String DOCUMENT =
            "{\"Version\":  \"2012-10-17\",\n \"Statement\": [{\"Sid\": \"Reads\", \"Effect\":"
                    + " \"Allow\", \"Resource\": \"arn:aws:s3:::lake/*\", \"Action\":"
                    + " [\"s3:GetObject\"]}]}";

    private final Person engineer = Person.engineer(STACK.server());
    private final String reason = "INC-" + UUID.randomUUID();
    private final String name = "slack-" + UUID.randomUUID();
    private SlackChair asking;
    private SlackChair deciding;
    private SpokeAccount account;

    @BeforeEach
    void everybodyIsLinkedAndTheRoleIsKnown() {
        account = SpokeAccount.of(STACK, ACCOUNT);
        String role = "arn:aws:iam::" + account.id() + ":role/data/" + ROLE;
        await().atMost(Duration.ofSeconds(90))
                .until(() -> engineer.get("/api/v3/askable-roles?q=" + ROLE).body().contains(role));
        asking = new SlackChair(STACK.twin(), TwinSettings.ENGINEER).linkedTo(engineer);
        deciding =
                new SlackChair(STACK.twin(), TwinSettings.APPROVER)
                        .linkedTo(Person.approver(STACK.server()));
    }

    @Test
    void aPolicyAskedForInTheFormIsInAwsLetterByLetterAfterTheApprovalAndTheAwsCliSeesIt() {
        SlackView form = asking.opened("/consoleme request policy " + ROLE + " in " + ACCOUNT);
        asking.submit(form, Map.of("policy_name", name, "document", DOCUMENT, "why", reason));
        asking.heard(name);
        assertThat(account.inlinePolicies(ROLE)).as("before the approval").doesNotContain(name);

        deciding.approve(SlackChair.card(STACK.twin(), reason, "Waiting"));

        SlackChair.card(STACK.twin(), reason, "Applied");
        assertThat(account.inlinePolicy(ROLE, name)).isEqualTo(DOCUMENT);
        assertThat(
                        new AwsCommand(account)
                                .run(
                                        "iam",
                                        "get-role-policy",
                                        "--role-name",
                                        ROLE,
                                        "--policy-name",
                                        name)
                                .path("PolicyDocument")
                                .toString())
                .as("the command lays it out anew, and keeps the order")
                .isEqualTo(Reply.json(DOCUMENT).toString());
    }
}
