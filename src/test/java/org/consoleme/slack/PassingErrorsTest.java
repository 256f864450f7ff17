package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack says with status 200 and {@code ok: false}, and what passes all the same. */
class PassingErrorsTest {
    private static final String POST = "chat.postMessage";
    private static final SlackMessage MESSAGE =
            new SlackMessage().line(SlackMessage.Piece.plain("Look at the self-check."));

    private final SlackDoor door = new SlackDoor();
    private final SlackApi slack = new SlackApi(door.settings, door.clock);
    private final SlackPosts posts = new SlackPosts(slack);

    @AfterEach
    void close() {
        door.twin.faults().clear();
        slack.close();
        door.close();
    }

    private Problem refused(String error) {
        door.twin.faults().refuse(POST, 1, error);
        return catchThrowableOfType(
                        ProblemException.class, () -> posts.post(TwinSettings.APPROVALS, MESSAGE))
                .problem();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
    void slackT81_slacksOwnTroubleIsUnavailable(String error) {
        assertThat(refused(error)).isInstanceOf(Problem.Unavailable.class);
    }

    @Test
    void slackT80_aRateLimitLeavesTheMethodAloneForAWhile() {
        assertThat(refused("ratelimited")).isInstanceOf(Problem.TooMany.class);
        int before = door.twin.outbound().to(POST).size();
        assertThat(refused("not_reached")).isInstanceOf(Problem.TooMany.class);
        assertThat(door.twin.outbound().to(POST)).hasSize(before);
    }

    @Test
    void anythingElseIsRefusedByItsCode() {
        assertThat(refused("msg_too_long"))
                .isEqualTo(new Problem.Refused("Slack", POST + ": msg_too_long"));
    }

    @Test
    void anAlertThatMetPassingTroubleIsToldLater() {
        // Given
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        door.twin.faults().refuse(POST, 1, "internal_error");
        door.node.requests.alerts.tell("something", MESSAGE);
        assertThat(DirectTalk.of(door, TwinSettings.ADMIN)).isEmpty();
        // When
        door.clock.advance(Duration.ofMinutes(1));
        door.node.requests.unfinished.turn();
        // Then
        assertThat(DirectTalk.of(door, TwinSettings.ADMIN)).hasSize(1);
    }
}
