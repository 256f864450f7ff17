package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.SlackKey;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has another Slack user by now is told what is new, and not what they heard already. */
class RelinkedTest {
    private static final String OTHER = "U0OTHER001";
    private static final RoleArn HIDDEN = RoleArn.parse("arn:aws:iam::200000000002:role/hidden");

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @BeforeEach
    void another() {
        door.twin
                .workspace()
                .people()
                .put(SlackUser.person(OTHER, TwinSettings.TEAM, "Eva", "eva@example.com"));
    }

    @AfterEach
    void close() {
        asked.close();
    }

    private void approve() {
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                asked.request.id(),
                new ReviewCommand.Approve(asked.now().hash(), Set.of(), Optional.empty()));
        door.deliver();
    }

    private void relink(String from, String user) {
        assertThat(door.links.unlink(new SlackKey(TwinSettings.TEAM, from))).isTrue();
        door.link(OTHER, user);
    }

    private List<String> toldTo(String slackUser) {
        String direct =
                door.twin
                        .workspace()
                        .channels()
                        .openDirect(List.of(TwinSettings.BOT, slackUser))
                        .id();
        return door.twin.workspace().messages().in(direct).stream()
                .filter(message -> !message.ephemeral())
                .map(door.twin::draw)
                .toList();
    }

    /** Whatever has the request announced once more. */
    private void announced() {
        door.clock.advance(Duration.ofMinutes(1));
        door.core.comment(asked.request.id(), "thanks");
        door.deliver();
    }

    @Test
    void theRequesterIsNotToldOldNewsOnceMore() {
        approve();
        assertThat(toldTo(TwinSettings.ENGINEER)).singleElement().asString().contains("✔ Applied");
        relink(TwinSettings.ENGINEER, SlackDoor.ENGINEER);
        announced();
        assertThat(toldTo(OTHER)).isEmpty();
        assertThat(toldTo(TwinSettings.ENGINEER)).hasSize(1);
    }

    @Test
    void norIsWhoAskedForThemTold() {
        // Given
        asked.request =
                door.core
                        .open
                        .handle(
                                door.callerOf(SlackDoor.ENGINEER),
                                new RequestDraft(
                                        List.of(new AskedChange.Role(HIDDEN, Duration.ofHours(1))),
                                        Optional.of(new UserId(SlackDoor.ADMIN)),
                                        "for my colleague",
                                        false,
                                        Optional.empty(),
                                        false))
                        .request();
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        approve();
        assertThat(toldTo(TwinSettings.ADMIN)).singleElement().asString().contains("✔ Applied");
        // When
        relink(TwinSettings.ADMIN, SlackDoor.ADMIN);
        announced();
        // Then
        assertThat(toldTo(OTHER)).isEmpty();
    }

    @Test
    void whatIsNewTheyAreTold() {
        approve();
        relink(TwinSettings.ENGINEER, SlackDoor.ENGINEER);
        door.core.ending.revoke.handle(
                door.callerOf(SlackDoor.APPROVER),
                new GrantId(asked.request.id() + "-0"),
                "incident 7");
        door.deliver();
        assertThat(toldTo(OTHER)).singleElement().asString().contains("✖ Revoked");
        assertThat(toldTo(TwinSettings.ENGINEER)).hasSize(1);
    }

    /** It waits for them, and the buttons of the other one are not theirs any more. */
    @Test
    void anApproverIsShownWhatStillWaits() {
        door.core.configure(
                RequestsBehindSlack.RULES.replace("[approvers]", "[approver@example.com]"));
        announced();
        assertThat(toldTo(TwinSettings.APPROVER)).first().asString().contains("[Approve]");
        relink(TwinSettings.APPROVER, SlackDoor.APPROVER);
        announced();
        assertThat(toldTo(OTHER)).filteredOn(said -> said.contains("[Approve]")).hasSize(1);
    }
}
