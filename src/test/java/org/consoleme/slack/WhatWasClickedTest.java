package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A button is trusted for a request's id, on a card of ours. */
class WhatWasClickedTest {
    private static final String GONE = "That is not available here.";

    private final AskedDoor asked = new AskedDoor();

    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private static ObjectNode action(ObjectNode payload) {
        return (ObjectNode) payload.path("actions").get(0);
    }

    private CommandDraft click() {
        return asked.approver.composeClick(asked.card, "Approve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "' OR 1=1 --",
                "${jndi:ldap://x}",
                "",
                "long"
            })
    void slackT40_anotherValueIsAnsweredAsIfNothingWereThere(String value) {
        String sent = value.equals("long") ? "x".repeat(2001) : value;
        String heard =
                asked.refused(
                        "ForgedButton",
                        TwinSettings.APPROVER,
                        click().bend(payload -> action(payload).put("value", sent)));
        assertThat(heard).startsWith(GONE);
    }

    @Test
    void slackT40_anotherOnesRealIdOnThisCardToo() {
        // Given
        String first = asked.request.id().value();
        door.clock.advance(Duration.ofSeconds(1));
        asked.engineer.type(
                "/consoleme request role billing-reader in billing-test for 1h because x");
        door.answer();
        String other = door.core.latest().id().value();
        assertThat(other).isNotEqualTo(first);
        // When, Then
        String heard =
                asked.refused(
                        "ForgedButton",
                        TwinSettings.APPROVER,
                        click().bend(payload -> action(payload).put("value", other)));
        assertThat(heard).startsWith(GONE);
    }

    @Test
    void slackT43_aClickOfAnUnknownBlockChangesNothing() {
        noAnswer(click().bend(payload -> action(payload).put("block_id", "deny_only")));
    }

    @Test
    void slackT43_twoActionsInOneClickAreNothingThatSlackSends() {
        CommandDraft two =
                click().bend(
                                payload ->
                                        payload.withArray("actions")
                                                .add(action(payload).deepCopy()));
        assertThat(two.send().status()).isEqualTo(400);
        asked.denied("Malformed");
        assertThat(asked.now()).isEqualTo(asked.request);
    }

    /** Nothing is said, and there is one row. */
    private void noAnswer(CommandDraft click) {
        assertThat(click.send().status()).isEqualTo(200);
        asked.denied("MalformedClick");
        assertThat(asked.now()).isEqualTo(asked.request);
        assertThat(door.twin.outbound().to("views.open")).isEmpty();
    }

    @Test
    void slackT44_aCopyThatSomebodyElsePostedIsNoCard() {
        // Given
        Message copy = asked.copiedElsewhere();
        // When, Then
        String heard =
                asked.refused(
                        "UnknownCard",
                        TwinSettings.APPROVER,
                        asked.approver.in(TwinSettings.GENERAL).composeClick(copy, "Approve"));
        assertThat(heard).startsWith(GONE);
        assertThat(door.twin.workspace().messages().find(copy.channel(), copy.ts()))
                .hasValueSatisfying(m -> assertThat(m.blocks()).isEqualTo(copy.blocks()));
    }

    @Test
    void slackT82_aCopyThatWePostedWithoutKnowingIsPutAwayAtTheClick() {
        // Given
        forgetTheCopy();
        door.clock.advance(Duration.ofMinutes(2));
        // When
        asked.refused("UnknownCard", TwinSettings.APPROVER, click());
        // Then
        door.twin.awaitMessage(
                m ->
                        m.ts().equals(asked.card.ts())
                                && door.twin.draw(m).contains("This copy is out of date"),
                SlackDoor.SOON);
    }

    @Test
    void slackT82_oneThatStandsThereOnlyJustMayStillBeWrittenDown() {
        // Given
        forgetTheCopy();
        door.clock.advance(Duration.ofSeconds(59));
        int updates = door.twin.outbound().to("chat.update").size();
        // When
        asked.refused("UnknownCard", TwinSettings.APPROVER, click());
        // Then
        assertThat(door.twin.outbound().to("chat.update")).hasSize(updates);
        assertThat(door.twin.draw(door.card())).contains("[Deny]");
    }

    private void forgetTheCopy() {
        Copy copy =
                new Copy(
                        TwinSettings.TEAM + "#" + TwinSettings.APPROVALS,
                        asked.request.id(),
                        PostedCard.Kind.CARD);
        door.core
                .cards
                .of(asked.request.id())
                .forEach(card -> door.core.cards.forget(copy, card.place()));
    }
}
