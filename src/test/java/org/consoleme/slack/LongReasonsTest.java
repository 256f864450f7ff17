package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Comment;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reasons and comments of any length: refused in words, or cut where the whole is a click away. */
class LongReasonsTest {
    /** One picture, two units, four bytes. */
    private static final String KEY = "\uD83D\uDD11";

    /** As many characters as the core takes. */
    private static final int MOST = 4000;

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private List<String> calls() {
        return door.twin.outbound().all().stream()
                .map(OutboundCall::method)
                .filter(method -> !method.equals("acknowledgement"))
                .toList();
    }

    private void refusedUnderTheField(SlackView modal, String user, Map<String, String> filled) {
        door.node.threads.await();
        door.audit.clear();
        ChangeRequest before = asked.now();
        List<String> calls = calls();
        AppAnswer answer = door.twin.actAs(user).composeSubmit(modal, filled).send();
        door.node.threads.await();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"errors\"", "At most 1000 characters.");
        assertThat(door.twin.actAs(user).modal().orElseThrow().errors())
                .containsValue("At most 1000 characters.");
        assertThat(calls()).isEqualTo(calls);
        assertThat(door.audit.events()).isEmpty();
        assertThat(asked.now()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Approve, 1001",
        "Approve, 3001",
        "Approve, 100000",
        "Deny, 1001",
        "Deny, 3001",
        "Deny, 100000"
    })
    void slackT63_aReasonThatIsTooLongDecidesNothingAndIsSaidUnderItsField(
            String button, int length) {
        refusedUnderTheField(
                asked.clicked(button), TwinSettings.APPROVER, Map.of("reason", "x".repeat(length)));
        assertThat(asked.held()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 3001, 100_000})
    void slackT63_norIsAnythingAskedForWithSuchAReason(int length) {
        asked.engineer.type("/consoleme request billing-reader in billing-test");
        refusedUnderTheField(
                asked.modal(TwinSettings.ENGINEER),
                TwinSettings.ENGINEER,
                Map.of("length", "1h", "why", "x".repeat(length)));
        assertThat(
                        door.core
                                .requests
                                .of(
                                        asked.request.requester(),
                                        RequestOrder.NEWEST_FIRST,
                                        Optional.empty(),
                                        10)
                                .requests())
                .containsExactly(asked.request);
    }

    @ParameterizedTest
    @ValueSource(ints = {3001, 100_000})
    void slackT63_norIsAnythingRevokedWithSuchAReason(int length) {
        asked.submitted(asked.clicked("Approve"), Map.of());
        door.deliver();
        asked.card = door.card();
        refusedUnderTheField(
                asked.clicked("Revoke"),
                TwinSettings.APPROVER,
                Map.of("reason", "x".repeat(length)));
        assertThat(asked.held()).singleElement().satisfies(g -> assertThat(g.closed()).isEmpty());
    }

    private Stream<Message> thread() {
        return door.twin.workspace().messages().all().stream()
                .filter(message -> message.threadTs().equals(Optional.of(asked.card.ts())))
                .filter(message -> message.author().equals(TwinSettings.BOT));
    }

    @ParameterizedTest
    @ValueSource(ints = {3001, MOST})
    void slackT63_aLongReplyBecomesACommentAsItIs(int length) {
        asked.approver.reply(asked.card, "x".repeat(length));
        Awaitility.await().atMost(SlackDoor.SOON).until(() -> !asked.now().comments().isEmpty());
        assertThat(asked.now().comments())
                .extracting(Comment::text)
                .containsExactly("x".repeat(length));
        assertThat(asked.done("comment")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {MOST + 1, 100_000})
    void slackT63_aReplyThatIsTooLongIsSaidPrivately(int length) {
        String heard =
                asked.refused(
                        "Invalid",
                        TwinSettings.APPROVER,
                        asked.approver.composeReply(asked.card, "x".repeat(length)));
        assertThat(heard).contains("did not become a comment", "at most " + MOST + " characters");
    }

    /** The cut falls on a picture: one letter more, and it falls between two. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void slackT63_aLongCommentFromTheWebIsCutInTheThreadWithAWayToTheWhole(int letters) {
        String text = "x".repeat(letters) + KEY.repeat((MOST - 1) / 2);
        door.core.comment(asked.request.id(), text);
        door.deliver();
        assertThat(thread().map(door.twin::draw))
                .singleElement()
                .satisfies(said -> assertThat(said).contains("“x".substring(0, 1 + letters) + KEY))
                .satisfies(
                        said ->
                                assertThat(said)
                                        .matches("(?s).*" + KEY + "…\n\\[Look closer\\].*")
                                        .contains("/requests/" + asked.request.id()));
        noneRefusedBySlack();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void slackT63_aLongDenialIsCutOnTheCardWithAWayToTheWhole(int letters) {
        String text = "x".repeat(letters) + KEY.repeat((MOST - 1) / 2);
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                asked.request.id(),
                new ReviewCommand.Reject(asked.request.hash(), text));
        door.deliver();
        assertThat(door.twin.draw(door.card()))
                .contains("✖ Denied")
                .matches("(?s).*" + KEY + "…\n\\[Look closer\\].*")
                .contains("/requests/" + asked.request.id());
        noneRefusedBySlack();
    }

    private void noneRefusedBySlack() {
        assertThat(door.twin.outbound().all())
                .isNotEmpty()
                .extracting(OutboundCall::error)
                .containsOnly("");
    }
}
