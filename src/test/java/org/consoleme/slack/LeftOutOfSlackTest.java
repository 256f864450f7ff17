package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.consoleme.audit.AuditEvent;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * With {@code slack.ignore_auto_admin_policies} policies that their requester approved with the
 * command that asked for them stay out of Slack, and nothing else does. Policies are the
 * administrators'; one of them may decide their own.
 */
class LeftOutOfSlackTest {
    private static final RoleArn READER = RoleArn.parse(SlackDoor.READER);
    private static final PolicyDocument READS =
            PolicyDocument.parse(
                    "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
                            + " \"Action\": \"s3:GetObject\","
                            + " \"Resource\": \"arn:aws:s3:::acme-logs/*\"}]}");
    private static final String OWN = "⚠ Own request  admin@example.com decided this";

    private final SlackDoor door =
            new SlackDoor(
                    UnaryOperator.identity(), Map.of("slack.ignore_auto_admin_policies", true));

    @BeforeEach
    void theAdministratorMayDecideTheirOwn() {
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        door.directory.put(
                SlackDoor.ADMIN, Set.of("approvers", "break-glass", "finops", "developers"));
    }

    @AfterEach
    void close() {
        door.close();
    }

    private ChangeRequest ask(boolean approveAtOnce, AskedChange change) {
        return door.core
                .open
                .handle(
                        door.callerOf(SlackDoor.ADMIN),
                        new RequestDraft(
                                List.of(change),
                                Optional.empty(),
                                "INC-4711",
                                approveAtOnce,
                                Optional.empty(),
                                false))
                .request();
    }

    private ChangeRequest ask(boolean approveAtOnce) {
        return ask(approveAtOnce, new AskedChange.NewPolicy(READER, Optional.of("logs"), READS));
    }

    private List<String> shownIn(String channel) {
        return door.twin.workspace().messages().in(channel).stream().map(door.twin::draw).toList();
    }

    private List<String> directToTheAdministrator() {
        return shownIn(
                door.twin
                        .workspace()
                        .channels()
                        .openDirect(List.of(TwinSettings.BOT, TwinSettings.ADMIN))
                        .id());
    }

    @Test
    void policyT10_whatWasApprovedWithTheCommandThatAskedIsNowhereInSlackAndIsNoted() {
        ChangeRequest request = ask(true);

        door.deliver();
        door.clock.advance(Duration.ofMinutes(1));
        door.node.notifier.requestChanged(door.core.now(request));

        assertThat(door.core.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(shownIn(TwinSettings.APPROVALS)).isEmpty();
        assertThat(directToTheAdministrator()).isEmpty();
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(door.audit.events())
                .filteredOn(AuditEvent.RequestCommanded.class::isInstance)
                .anySatisfy(
                        row ->
                                assertThat(row.details())
                                        .containsEntry("command", "open")
                                        .containsEntry("bypass", "true"));
        assertThat(door.core.now(request).comments())
                .singleElement()
                .satisfies(said -> assertThat(said.text()).contains("although it is their own"));
    }

    @Test
    void policyT10_whatAwsRefusesIsToldAndSoIsWhatComesAfterThat() {
        door.core.policies.failsWith(new Problem.Refused("AWS", "MalformedPolicyDocument"));
        ChangeRequest request = ask(true);

        door.deliver();

        assertThat(shownIn(TwinSettings.APPROVALS))
                .singleElement()
                .asString()
                .contains(OWN, "⚠ Failed");
        assertThat(directToTheAdministrator()).singleElement().asString().contains("⚠ Failed");

        door.core.retry.handle(door.callerOf(SlackDoor.ADMIN), request.id());
        door.deliver();

        assertThat(shownIn(TwinSettings.APPROVALS))
                .singleElement()
                .asString()
                .contains(OWN, "✔ Applied");
        assertThat(directToTheAdministrator())
                .as("each news in a message of its own")
                .hasSize(2)
                .last()
                .asString()
                .contains("✔ Applied");
    }

    @Test
    void policyT10_whatWaitedIsShownThoughItsRequesterDecidesIt() {
        ChangeRequest request = ask(false);
        door.deliver();
        door.clock.advance(Duration.ofMinutes(1));

        door.core.review.handle(
                door.callerOf(SlackDoor.ADMIN),
                request.id(),
                new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
        door.deliver();

        assertThat(shownIn(TwinSettings.APPROVALS))
                .singleElement()
                .asString()
                .contains(OWN, "✔ Applied");
    }

    /** Slack was away when it was asked for. */
    @Test
    void policyT10_whatWaitedUnseenIsShownThoughItsRequesterDecidesIt() {
        ChangeRequest request = ask(false);
        door.clock.advance(Duration.ofMinutes(1));

        door.core.review.handle(
                door.callerOf(SlackDoor.ADMIN),
                request.id(),
                new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
        door.deliver();

        assertThat(shownIn(TwinSettings.APPROVALS)).singleElement().asString().contains(OWN);
    }

    @Test
    void policyT10_aRoleForATimeIsNoPolicy() {
        ask(
                true,
                new AskedChange.Role(
                        RoleArn.parse("arn:aws:iam::200000000002:role/hidden"),
                        Duration.ofHours(1)));

        door.deliver();

        assertThat(shownIn(TwinSettings.APPROVALS)).singleElement().asString().contains(OWN);
    }
}
