package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.consoleme.requests.Review;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A modal is trusted for what we sealed into it for the one who sends it, and for nothing else. */
class WhatAModalCarriesTest {
    private final AskedDoor asked = new AskedDoor();

    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "cmV2aWV3.AAAA", "{\"request\":\"1\",\"verdict\":\"APPROVED\"}"})
    void slackT41_whatAModalCarriesCountsOnlyIfWeSealedIt(String metadata) {
        // Given
        SlackView modal = asked.clicked("Approve");
        // When, Then
        asked.refusedDirectly(
                "ForgedHandle",
                TwinSettings.APPROVER,
                view(
                        asked.approver.composeSubmit(modal, Map.of("reason", "ok")),
                        "private_metadata",
                        metadata));
    }

    @Test
    void slackT41_norWhatWasSealedForSomebodyElse() {
        // Given
        SlackView modal = asked.clicked("Approve");
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        // When, Then
        asked.refusedDirectly(
                "ForgedHandle",
                TwinSettings.ADMIN,
                asked.approver
                        .composeSubmit(modal, Map.of("reason", "ok"))
                        .bend(p -> ((ObjectNode) p.path("user")).put("id", TwinSettings.ADMIN)));
    }

    /** What the other form takes for granted is not what we sealed for this one. */
    @ParameterizedTest
    @ValueSource(strings = {"Approve", "Deny"})
    void slackT41_aDecisionIsNothingInTheFormOfARevocation(String label) {
        // Given
        SlackView modal = asked.clicked(label);
        // When, Then
        asked.refusedDirectly(
                "ForgedHandle",
                TwinSettings.APPROVER,
                as("requests.revoke", asked.approver.composeSubmit(modal, Map.of("reason", "ok"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requests.ask.role", "requests.ask.policy", "requests.unknown", ""})
    void slackT41_aDecisionIsNothingInTheFormOfSomethingElse(String callback) {
        // Given
        SlackView modal = asked.clicked("Approve");
        // When
        as(callback, asked.approver.composeSubmit(modal, Map.of("reason", "ok"))).send();
        door.node.threads.await();
        // Then
        assertThat(asked.now()).isEqualTo(asked.request);
        assertThat(door.core.outbox.all()).isEmpty();
    }

    /** Title, labels and fields are Slack's to show; the verdict is in the seal alone. */
    @ParameterizedTest
    @CsvSource({"Approve, Deny", "Deny, Approve"})
    void slackT41_theVerdictIsTheSealedOneWhateverModalIsAroundIt(String sealed, String around) {
        // Given
        String handle = sealOf(asked.clicked(sealed));
        SlackView modal = asked.clicked(around);
        // When
        view(
                        asked.approver.composeSubmit(modal, Map.of("reason", "so")),
                        "private_metadata",
                        handle)
                .send();
        asked.heard(TwinSettings.APPROVER);
        // Then
        assertThat(asked.now().reviews())
                .extracting(Review::verdict)
                .containsExactly(
                        sealed.equals("Deny") ? Review.Verdict.REJECTED : Review.Verdict.APPROVED);
    }

    private String sealOf(SlackView modal) {
        return asked.approver
                .composeSubmit(modal, Map.of("reason", "so"))
                .payload()
                .path("view")
                .path("private_metadata")
                .asText();
    }

    private static CommandDraft as(String callback, CommandDraft submitted) {
        return view(submitted, "callback_id", callback);
    }

    private static CommandDraft view(CommandDraft submitted, String field, String value) {
        return submitted.bend(p -> ((ObjectNode) p.path("view")).put(field, value));
    }
}
