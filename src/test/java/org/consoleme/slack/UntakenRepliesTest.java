package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.awaitility.Awaitility;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.GroupsFixture;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reply to a card becomes a comment, or who said it hears why not. */
class UntakenRepliesTest {
    private static final String NO_COMMENT = "Your reply did not become a comment of the request: ";

    /** As often as a look-up is tried. */
    private static final int TRIES = 3;

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private void reply(String text) {
        asked.approver.reply(asked.card, text);
        door.node.threads.await();
    }

    private List<OutboundCall> whispers() {
        return door.twin.outbound().to("chat.postEphemeral");
    }

    private void isNoComment() {
        assertThat(asked.now()).isEqualTo(asked.request);
    }

    private void becomesAComment() {
        Awaitility.await().atMost(SlackDoor.SOON).until(() -> asked.now().comments().size() == 1);
        assertThat(whispers()).isEmpty();
    }

    @Test
    void slackT81_aStoreThatFailsForAMomentLosesNoReply() {
        door.core.cards.failsToFind(TRIES - 1);
        reply("hello");
        becomesAComment();
    }

    @Test
    void slackT81_whileTheStoreIsAwayEachSpeakerHearsItEachTime() {
        // When
        door.core.cards.failsToFind(2 * TRIES);
        reply("hello");
        String heard = asked.heard(TwinSettings.APPROVER);
        reply("hello?");
        // Then
        assertThat(heard)
                .isEqualTo(
                        NO_COMMENT + "DynamoDB does not answer just now. Try again in a minute.");
        assertThat(whispers()).hasSize(2);
        isNoComment();
    }

    @Test
    void whereNoCardsArePostedNobodyIsBothered() {
        // Given
        Actor approver = asked.approver.in(TwinSettings.GENERAL);
        Message beside = approver.say("lunch?");
        // When
        door.core.cards.failsToFind(TRIES);
        assertThat(approver.composeReply(beside, "yes").send().status()).isEqualTo(200);
        door.node.threads.await();
        // Then
        assertThat(whispers()).isEmpty();
    }

    @Test
    void whyStandsInTheThreadWhereItWasSaid() {
        reply("use AKIAIOSFODNN7EXAMPLE for it");
        Message heard = door.answerTo(TwinSettings.APPROVER);
        assertThat(heard.threadTs()).contains(asked.card.ts());
    }

    @Test
    void aReplyThatIsTooLongIsNotSaidToHoldASecret() {
        reply("x".repeat(4001));
        assertThat(asked.heard(TwinSettings.APPROVER))
                .isEqualTo(NO_COMMENT + "at most 4000 characters.");
        isNoComment();
    }

    @Test
    void whoLeftHearsOnceADayThatTheyAreNotKnown() {
        // Given
        door.directory.remove(SlackDoor.APPROVER);
        // When
        reply("hello");
        reply("hello again");
        // Then
        assertThat(asked.heard(TwinSettings.APPROVER))
                .startsWith(NO_COMMENT + "The directory does not know you, or says that you left");
        assertThat(whispers()).hasSize(1);
        isNoComment();
    }

    @Test
    void whoseGroupsAreNotKnownFreshlyMayCommentAllTheSame() {
        // Given
        door.groups =
                GroupsFixture.withoutDirectory(
                        new InMemorySignIns(),
                        IdentitySettings.from(MapConfiguration.empty()),
                        door.clock);
        try (SlackNode node = door.anotherNode()) {
            door.twin.sendCommandsTo(node.url());
            // When
            asked.approver.reply(asked.card, "hello");
            // Then
            becomesAComment();
        }
    }
}
