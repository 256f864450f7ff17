package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who sent a form hears what came of it, also when Slack throttles or is away. */
class AnswersArriveTest {
    private static final String WHISPER = "chat.postEphemeral";
    private static final String POST = "chat.postMessage";
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.twin.faults().clear();
        door.close();
    }

    /** The form of {@code request hidden} is sent; the work behind it is done. */
    private void send() {
        engineer.type("/consoleme request hidden");
        var form = door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
        assertThat(engineer.submit(form, Map.of("length", "4 h", "why", "INC-2")).status())
                .isEqualTo(200);
        door.node.threads.await();
    }

    /** What the engineer reads in the conversation with us. */
    private List<String> direct() {
        String channel =
                door.twin
                        .workspace()
                        .channels()
                        .openDirect(List.of(TwinSettings.BOT, TwinSettings.ENGINEER))
                        .id();
        return door.twin.workspace().messages().in(channel).stream()
                .filter(message -> !message.ephemeral())
                .map(door.twin::draw)
                .toList();
    }

    private void heardOnce() {
        assertThat(direct())
                .singleElement()
                .satisfies(heard -> assertThat(heard).contains("Asked: you ask for hidden"));
    }

    @Test
    void whatCannotBeWhisperedIsADirectMessage() {
        door.twin.faults().throttle(WHISPER, 1, WAIT);
        send();
        heardOnce();
    }

    @Test
    void slackT80_whatIsThrottledEverywhereFollowsAfterTheTimeThatSlackNames() {
        // Given
        door.twin.faults().throttle(WHISPER, 1, WAIT);
        door.twin.faults().throttle(POST, 1, WAIT);
        send();
        assertThat(direct()).isEmpty();
        // When
        door.node.requests.unfinished.turn();
        assertThat(direct()).isEmpty();
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
        send();
        // When
        door.node.requests.unfinished.turn();
        door.node.requests.unfinished.turn();
        // Then
        assertThat(door.twin.outbound().to(WHISPER)).hasSize(2);
        assertThat(door.twin.draw(door.answerTo(TwinSettings.ENGINEER)))
                .contains("Asked: you ask for hidden");
        assertThat(direct()).isEmpty();
    }

    @Test
    void slackT81_whileSlackOpensNoConversationTheAnswerWaits() {
        // Given
        door.twin.faults().throttle(WHISPER, 1, WAIT);
        door.twin.faults().fail("conversations.open", 2, 503);
        send();
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
        assertThat(direct()).hasSize(1);
        assertThat(refused(() -> posts.post(TwinSettings.APPROVALS, hello)))
                .isInstanceOf(Problem.TooMany.class);
        assertThat(door.twin.outbound().to(POST)).hasSize(calls);
        api.close();
    }

    private static Problem refused(Runnable post) {
        return catchThrowableOfType(ProblemException.class, post::run).problem();
    }
}
