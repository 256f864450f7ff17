package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consoleme.slack.AskedByForm.POST;
import static org.consoleme.slack.AskedByForm.WHISPER;

import java.time.Duration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who sent a form hears what came of it, also when Slack throttles or is away. */
class AnswersArriveTest {
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final AskedByForm asked = new AskedByForm();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private void heardOnce() {
        assertThat(DirectTalk.read(door, TwinSettings.ENGINEER))
                .singleElement()
                .satisfies(heard -> assertThat(heard).contains("Asked: you ask for hidden"));
    }

    @Test
    void whatCannotBeWhisperedIsADirectMessage() {
        door.twin.faults().throttle(WHISPER, 1, WAIT);
        asked.send();
        heardOnce();
    }

    @Test
    void slackT80_whatIsThrottledEverywhereFollowsAfterTheTimeThatSlackNames() {
        // Given
        door.twin.faults().throttle(WHISPER, 1, WAIT);
        door.twin.faults().throttle(POST, 1, WAIT);
        asked.send();
        assertThat(DirectTalk.read(door, TwinSettings.ENGINEER)).isEmpty();
        // When
        door.node.requests.unfinished.turn();
        assertThat(DirectTalk.read(door, TwinSettings.ENGINEER)).isEmpty();
        door.clock.advance(WAIT.plusSeconds(1));
        door.node.requests.unfinished.turn();
        door.node.requests.unfinished.turn();
        // Then
        heardOnce();
    }

    @Test
    void slackT81_whileSlackIsDownTheAnswerWaits() {
        // Given
        door.twin.faults().fail(WHISPER, 1, 503);
        asked.send();
        // When
        door.node.requests.unfinished.turn();
        door.node.requests.unfinished.turn();
        // Then
        assertThat(door.twin.outbound().to(WHISPER)).hasSize(2);
        assertThat(door.twin.draw(door.answerTo(TwinSettings.ENGINEER)))
                .contains("Asked: you ask for hidden");
        assertThat(DirectTalk.read(door, TwinSettings.ENGINEER)).isEmpty();
    }

    @Test
    void slackT81_whileSlackOpensNoConversationTheAnswerWaits() {
        // Given
        door.twin.faults().throttle(WHISPER, 1, WAIT);
        door.twin.faults().fail("conversations.open", 2, 503);
        asked.send();
        // When
        door.node.requests.unfinished.turn();
        door.node.requests.unfinished.turn();
        // Then
        heardOnce();
    }

    @Test
    void slackT80_oneThrottledChannelKeepsNoOtherWaiting() {
        // Given
        SlackApi api = new SlackApi(door.settings, door.clock);
        SlackPosts posts = new SlackPosts(api);
        SlackMessage hello = new SlackMessage().note("hello");
        String direct = posts.direct(TwinSettings.ENGINEER);
        door.twin.faults().throttle(POST, 1, WAIT);
        // When
        assertThat(refused(() -> posts.post(TwinSettings.APPROVALS, hello)))
                .isEqualTo(new Problem.TooMany(WAIT));
        posts.post(direct, hello);
        int calls = door.twin.outbound().to(POST).size();
        // Then
        assertThat(DirectTalk.read(door, TwinSettings.ENGINEER)).hasSize(1);
        assertThat(refused(() -> posts.post(TwinSettings.APPROVALS, hello)))
                .isInstanceOf(Problem.TooMany.class);
        assertThat(door.twin.outbound().to(POST)).hasSize(calls);
        api.close();
    }

    private static Problem refused(Runnable post) {
        return catchThrowableOfType(ProblemException.class, post::run).problem();
    }
}
