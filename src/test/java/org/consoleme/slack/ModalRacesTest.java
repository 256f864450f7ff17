package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.Review;
import org.consoleme.slacktwin.Form;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A modal that is sent twice, changes under somebody's hands, or is closed meanwhile. */
class ModalRacesTest {
    private static final String UPDATE = "views.update";
    private static final String HIDDEN = "hidden  ·  billing-prod";
    private static final String READER = "billing-reader  ·  billing-test";
    private static final Map<String, String> FILLED = Map.of("length", "1h", "why", "once");

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        door.twin.faults().clear();
        asked.close();
    }

    private SlackView form(String words) {
        asked.engineer.type("/consoleme request" + words);
        SlackView form = asked.modal(TwinSettings.ENGINEER);
        door.audit.clear();
        return form;
    }

    /** Besides the one that was there. */
    private List<ChangeRequest> made() {
        return door
                .core
                .requests
                .of(asked.request.requester(), RequestOrder.NEWEST_FIRST, Optional.empty(), 10)
                .requests()
                .stream()
                .filter(request -> !request.id().equals(asked.request.id()))
                .toList();
    }

    private List<Optional<String>> refusals() {
        return door.audit.events().stream()
                .filter(AuditEvent.SlackRefused.class::isInstance)
                .filter(row -> row.outcome() == Outcome.DENIED)
                .map(AuditEvent::reason)
                .toList();
    }

    private int cards() {
        return door.twin.outbound().to("chat.postMessage").size();
    }

    /** One request, one card, one row and one answer; the rest are replays. */
    private void isOneRequest(int sent) {
        assertThat(door.twin.draw(door.answer())).contains("Asked: you ask for billing-reader");
        door.node.threads.await();
        assertThat(made()).hasSize(1);
        assertThat(asked.done("open")).isEqualTo(1);
        Awaitility.await().atMost(SlackDoor.SOON).until(() -> refusals().size() == sent - 1);
        assertThat(refusals()).allMatch(Optional.of("Replay")::equals);
        int before = cards();
        door.deliver();
        assertThat(cards()).isEqualTo(before + 1);
        assertThat(asked.now()).isEqualTo(asked.request);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10})
    void slackT49_theRequestFormSentManyTimesAtOnceIsOneRequest(int times) {
        // Given
        SlackView form = form(" billing-reader in billing-test");
        CommandDraft draft = asked.engineer.composeSubmit(form, FILLED);
        // When
        List<AppAnswer> answers =
                door.twin.sendAtOnce(
                        IntStream.range(0, times).mapToObj(i -> draft.prepare()).toList());
        // Then
        assertThat(answers).extracting(AppAnswer::status).containsOnly(200);
        isOneRequest(times);
    }

    @Test
    void slackT49_soIsOneThatThePersonSendsOnceMoreToAnotherNode() {
        // Given
        SlackView form = form(" billing-reader in billing-test");
        CommandDraft first = asked.engineer.composeSubmit(form, FILLED);
        CommandDraft second =
                asked.engineer.composeSubmit(form, Map.of("length", "4h", "why", "twice"));
        // When
        assertThat(first.send().status()).isEqualTo(200);
        door.node.threads.await();
        try (SlackNode other = door.anotherNode()) {
            door.twin.sendCommandsTo(other.url());
            assertThat(second.send().status()).isEqualTo(200);
            other.threads.await();
        }
        // Then
        isOneRequest(2);
        assertThat(made().getFirst().justification()).isEqualTo("once");
    }

    private String form() {
        return door.twin.draw(asked.engineer.modal().orElseThrow());
    }

    /** Somebody with the form in their hands who has seen both roles in the menu. */
    private Form hands(SlackView form) {
        Form hands = asked.engineer.form(form);
        hands.suggest("role", "i");
        return hands;
    }

    private void handled(CommandDraft draft) {
        assertThat(draft.send().status()).isEqualTo(200);
        door.node.threads.await();
    }

    private List<String> updates() {
        return door.twin.outbound().to(UPDATE).stream().map(OutboundCall::error).toList();
    }

    /** Chosen before the form was drawn for the first choice, and so of an older one. */
    private void chosenInTurn(CommandDraft first, CommandDraft second, String error) {
        handled(first);
        handled(second);
        assertThat(door.twin.outbound().to(UPDATE))
                .extracting(OutboundCall::error)
                .startsWith("", "hash_conflict")
                .endsWith(error);
        assertThat(form()).contains(READER).doesNotContain(HIDDEN);
        assertThat(made()).isEmpty();
        assertThat(door.audit.events()).isEmpty();
        assertThat(asked.now()).isEqualTo(asked.request);
    }

    private CommandDraft chosen(Form hands, String role) {
        door.clock.advance(Duration.ofMillis(700));
        return hands.composeChoose("role", role);
    }

    @Test
    void slackT49_theFormShowsTheLastChoiceThoughItWasDrawnMeanwhile() {
        Form hands = hands(form(""));
        CommandDraft first = chosen(hands, HIDDEN);
        CommandDraft second = chosen(hands, READER);
        chosenInTurn(first, second, "");
        assertThat(updates()).hasSize(3);
    }

    @Test
    void slackT49_anEarlierChoiceThatComesLaterIsNotDrawnOverIt() {
        Form hands = hands(form(""));
        CommandDraft earlier = chosen(hands, HIDDEN);
        CommandDraft later = chosen(hands, READER);
        chosenInTurn(later, earlier, "hash_conflict");
        assertThat(updates()).hasSize(2);
    }

    @Test
    void slackT49_nobodyRememberingWhichWasLastTheFormIsDrawnAllTheSame() {
        Form hands = hands(form(""));
        CommandDraft first = chosen(hands, HIDDEN);
        CommandDraft second = chosen(hands, READER);
        door.store.goAway();
        chosenInTurn(first, second, "");
    }

    @Test
    void slackT49_aChoiceInAFormThatWasClosedIsNobodysTrouble() {
        Form hands = hands(form(""));
        CommandDraft choice = chosen(hands, HIDDEN);
        int answers = door.answers();
        hands.close();
        handled(choice);
        assertThat(updates()).containsExactly("not_found");
        assertThat(asked.engineer.modal()).isEmpty();
        assertThat(door.answers()).isEqualTo(answers);
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void slackT49_whatWasSentBeforeTheFormWasClosedCountsOnce() {
        SlackView form = form(" billing-reader in billing-test");
        CommandDraft sent = asked.engineer.composeSubmit(form, FILLED);
        asked.engineer.form(form).close();
        handled(sent);
        isOneRequest(1);
        assertThat(asked.engineer.modal()).isEmpty();
    }

    @Test
    void slackT49_aDecisionSentBeforeItsModalWasClosedCountsOnce() {
        SlackView modal = asked.clicked("Approve");
        CommandDraft sent = asked.approver.composeSubmit(modal, Map.of("reason", "ok"));
        asked.approver.form(modal).close();
        handled(sent);
        handled(sent);
        assertThat(asked.reviews(Review.Verdict.APPROVED)).isEqualTo(1);
        assertThat(asked.done("approve")).isEqualTo(1);
        assertThat(refusals()).containsExactly(Optional.of("Replay"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Approve", "Deny"})
    void slackT49_thatAModalWasClosedDecidesNothing(String button) {
        SlackView modal = asked.clicked(button);
        int calls = cards();
        AppAnswer answer = asked.approver.form(modal).composeClose().send();
        door.node.threads.await();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(asked.now()).isEqualTo(asked.request);
        assertThat(asked.held()).isEmpty();
        assertThat(door.audit.events()).isEmpty();
        assertThat(cards()).isEqualTo(calls);
    }
}
