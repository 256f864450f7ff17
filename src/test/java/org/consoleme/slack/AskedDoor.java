package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.consoleme.access.Grant;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Review;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Post;
import org.consoleme.slacktwin.workspace.SlackView;

/**
 * A {@link SlackDoor} behind which the engineer has asked for a role and the card stands in the
 * approvals channel; and the four things that a hazard test looks at.
 */
final class AskedDoor implements AutoCloseable {
    static final String LINE = "/consoleme request role hidden for 2h because INC-4711";

    final SlackDoor door;
    final Actor engineer;
    final Actor approver;
    ChangeRequest request;
    Message card;

    AskedDoor() {
        this(new SlackDoor());
    }

    AskedDoor(SlackDoor door) {
        this.door = door;
        this.engineer = door.engineer();
        this.approver = door.approver();
        ask();
    }

    /** The engineer asks; the card is posted. */
    void ask() {
        AppAnswer answer = engineer.type(LINE);
        assertThat(answer.status()).as(answer.error()).isEqualTo(200);
        door.answer();
        door.deliver();
        request = door.core.latest();
        card = door.card();
        door.audit.clear();
    }

    SlackView modal(String slackUser) {
        return door.twin.awaitModal(slackUser, SlackDoor.SOON);
    }

    /** The approver's modal, as a click on the card opens it. */
    SlackView clicked(String label) {
        int before = door.twin.outbound().to("views.open").size();
        assertThat(approver.click(card, label).status()).isEqualTo(200);
        SlackView modal = modal(TwinSettings.APPROVER);
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .until(() -> door.twin.outbound().to("views.open").size() > before);
        return modal;
    }

    /** What the approver hears after having sent the modal. */
    String submitted(SlackView modal, Map<String, ?> values) {
        AppAnswer answer = approver.submit(modal, values);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        return heard(TwinSettings.APPROVER);
    }

    String heard(String slackUser) {
        return door.twin.draw(door.answerTo(slackUser));
    }

    /** What is said under the card. */
    List<Message> thread() {
        return door.twin.workspace().messages().all().stream()
                .filter(message -> message.threadTs().equals(Optional.of(card.ts())))
                .toList();
    }

    /** What of it we said. */
    List<String> saidByUs() {
        return thread().stream()
                .filter(message -> message.author().equals(TwinSettings.BOT))
                .map(door.twin::draw)
                .toList();
    }

    /** A message that somebody else posted, like the card in all that is seen. */
    Message copiedElsewhere() {
        return door.twin
                .workspace()
                .messages()
                .post(Post.to(TwinSettings.GENERAL, TwinSettings.ENGINEER, card.content()));
    }

    ChangeRequest now() {
        return door.core.now(request);
    }

    /** How often a person's decision is written in the request. */
    long reviews(Review.Verdict verdict) {
        return now().reviews().stream().filter(r -> r.verdict() == verdict).count();
    }

    /**
     * Nothing changes: the click is acknowledged, the clicker alone hears why, and there is one
     * denied row for that cause.
     *
     * @return what they hear
     */
    String refused(String cause, String slackUser, CommandDraft act) {
        return refused(cause, slackUser, act::send);
    }

    String refused(String cause, String slackUser, Supplier<AppAnswer> act) {
        int posts = door.twin.outbound().to("chat.postMessage").size();
        String heard = refused(cause, act, () -> heard(slackUser));
        assertThat(door.twin.outbound().to("chat.postMessage")).hasSize(posts);
        return heard;
    }

    /** The same where nobody knows beside which card: they hear it in a direct message. */
    String refusedDirectly(String cause, String slackUser, CommandDraft act) {
        String direct = DirectTalk.channel(door, slackUser);
        return refused(
                cause,
                act::send,
                () ->
                        door.twin.draw(
                                door.twin.awaitMessage(
                                        m ->
                                                m.channel().equals(direct)
                                                        && m.ephemeralTo().isEmpty(),
                                        SlackDoor.SOON)));
    }

    private String refused(String cause, Supplier<AppAnswer> act, Supplier<String> hear) {
        ChangeRequest before = now();
        List<PostedCard> cards = door.core.cards.of(request.id());
        List<Grant> grants = held();
        List<OutboxEvent> effects = door.core.outbox.all();
        int modals = door.twin.outbound().to("views.open").size();
        door.audit.clear();
        assertThat(act.get().status()).isEqualTo(200);
        String heard = hear.get();
        denied(cause);
        assertThat(now()).isEqualTo(before);
        assertThat(door.core.cards.of(request.id()))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("revision")
                .isEqualTo(cards);
        assertThat(held()).isEqualTo(grants);
        assertThat(door.core.outbox.all()).isEqualTo(effects);
        assertThat(door.twin.outbound().to("views.open")).hasSize(modals);
        return heard;
    }

    /** What the requester has and had, from the store itself: what nodes know of it is late. */
    List<Grant> held() {
        return door.core.grants.of(request.requester(), 100);
    }

    /** One row, denied, for that cause. */
    void denied(String cause) {
        Awaitility.await().atMost(SlackDoor.SOON).until(() -> !door.audit.events().isEmpty());
        assertThat(door.audit.events())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.outcome()).isEqualTo(Outcome.DENIED);
                            assertThat(row.reason()).isEqualTo(Optional.of(cause));
                        });
    }

    /** Rows of one command that were carried out. */
    long done(String command) {
        return door.audit.events().stream()
                .filter(AuditEvent.RequestCommanded.class::isInstance)
                .filter(row -> row.outcome() == Outcome.DONE)
                .filter(row -> command.equals(row.details().get("command")))
                .count();
    }

    @Override
    public void close() {
        door.twin.faults().clear();
        door.close();
    }
}
