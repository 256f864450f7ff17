package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks for somebody else, and that somebody, each read what is theirs. */
class AskedForAnotherTest {
    private static final RoleArn HIDDEN = RoleArn.parse("arn:aws:iam::200000000002:role/hidden");
    private static final String OTHER = "U0OTHER001";
    private static final String OTTO = "otto@example.com";

    private final SlackDoor door = new SlackDoor();
    private ChangeRequest request;

    @BeforeEach
    void theEngineerAsksForOtto() {
        door.engineer();
        door.approver();
        door.twin
                .workspace()
                .people()
                .put(SlackUser.person(OTHER, TwinSettings.TEAM, "Otto", OTTO));
        door.link(OTHER, OTTO);
        door.directory.put(OTTO, Set.of("developers"));
        request =
                door.core
                        .open
                        .handle(
                                door.callerOf(SlackDoor.ENGINEER),
                                new RequestDraft(
                                        List.of(new AskedChange.Role(HIDDEN, Duration.ofHours(2))),
                                        Optional.of(new UserId(OTTO)),
                                        "INC-4711",
                                        false,
                                        Optional.empty(),
                                        false))
                        .request();
        door.deliver();
    }

    @AfterEach
    void close() {
        door.close();
    }

    private void decide(ReviewCommand command) {
        door.core.review.handle(door.callerOf(SlackDoor.APPROVER), request.id(), command);
        door.deliver();
    }

    private String told(String slackUser) {
        String direct =
                door.twin
                        .workspace()
                        .channels()
                        .openDirect(List.of(TwinSettings.BOT, slackUser))
                        .id();
        List<String> all =
                door.twin.workspace().messages().in(direct).stream().map(door.twin::draw).toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void theNextStepAndTheButtonsAreForWhoHasTheRole() {
        // When
        decide(new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
        // Then
        assertThat(told(OTHER))
                .startsWith(
                        "engineer@example.com asked for hidden in billing-prod for 2 h, for you")
                .contains("✔ Applied", "weep file", "[Return early]", "[Extend]");
        assertThat(told(TwinSettings.ENGINEER))
                .startsWith("Your request for hidden in billing-prod for 2 h, for " + OTTO)
                .contains("✔ Applied", "[Look closer]")
                .doesNotContain("weep file", "[Return early]", "[Extend]", "[Open AWS console]");
    }

    @Test
    void bothReadWhyItWasDenied() {
        // When
        decide(new ReviewCommand.Reject(request.hash(), "use the reader role"));
        // Then
        assertThat(told(OTHER)).contains("asked for hidden", ", for you", "“use the reader role”");
        assertThat(told(TwinSettings.ENGINEER)).contains("Your request", "“use the reader role”");
    }

    @Test
    void whatBothReadFollowsWhatBecomesOfTheRole() {
        // Given
        decide(new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
        // When
        door.clock.advance(Duration.ofHours(3));
        door.core.ending.expire.handle();
        door.deliver();
        // Then
        assertThat(told(OTHER)).startsWith("engineer@example.com asked").doesNotContain("[Extend]");
        assertThat(told(TwinSettings.ENGINEER)).startsWith("Your request");
    }
}
