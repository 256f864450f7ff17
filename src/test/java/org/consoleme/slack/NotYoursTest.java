package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.consoleme.access.Grant;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.GrantId;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.testing.SomeGrants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names somebody else's grant or card gets nothing, and is in the audit trail. */
class NotYoursTest {
    private static final String NOT_HERE = "That is not available here.";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;
    private Grant grant;

    /** The engineer has the role {@code hidden}; the approver has nothing. */
    @BeforeEach
    void granted() {
        asked.submitted(asked.clicked("Approve"), Map.of("reason", "ok"));
        door.deliver();
        asked.request = asked.now();
        grant = door.core.grants.find(new GrantId(asked.request.id() + "-0")).orElseThrow();
        door.audit.clear();
    }

    @AfterEach
    void close() {
        asked.close();
    }

    /** What the approver hears. */
    private void isRefused(CommandDraft act) {
        assertThat(asked.refused("NotYours", TwinSettings.APPROVER, act)).startsWith(NOT_HERE);
        assertThat(door.core.grants.find(grant.id())).contains(grant);
    }

    /** A button of the message, with another value. */
    private CommandDraft pressed(Message message, String label, String value) {
        return asked.approver
                .composeClick(message, label)
                .bend(p -> ((ObjectNode) p.path("actions").get(0)).put("value", value));
    }

    /** What {@code mine} shows to the approver, who has a role for a time too. */
    private Message mine() {
        SomeGrants.open(
                door.core.grants,
                "g-0",
                SlackDoor.APPROVER,
                SlackDoor.READER,
                door.clock.instant(),
                Duration.ofHours(1));
        asked.approver.type("/consoleme mine");
        return door.answerTo(TwinSettings.APPROVER);
    }

    @Test
    void slackT31_somebodyElsesGrantCannotBeReturned() {
        isRefused(asked.approver.compose("/consoleme return " + grant.id()));
    }

    @Test
    void slackT31_somebodyElsesGrantCannotBeExtended() {
        isRefused(asked.approver.compose("/consoleme extend " + grant.id() + " 1h because x"));
    }

    @Test
    void slackT40_anotherValueInReturnEarlyReturnsNothing() {
        isRefused(pressed(mine(), "Return early", grant.id().value()));
    }

    @Test
    void slackT40_anotherValueInExtendOpensNothing() {
        isRefused(pressed(mine(), "Extend", grant.id().value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no such request", "5c1d0000-0000-4000-8000-000000000000"})
    void slackT40_anotherValueInShowCardBringsNone(String value) {
        // Given
        Message inbox = inbox();
        // When, Then
        isRefused(pressed(inbox, "Show card", value));
    }

    @Test
    void slackT31_aCardThatTheyDecideNoMoreIsNotShown() {
        // Given: it waited for them when they looked
        Message inbox = inbox();
        ChangeRequest waiting = door.core.latest();
        door.directory.put(SlackDoor.APPROVER, Set.of());
        // When, Then
        isRefused(pressed(inbox, "Show card", waiting.id().value()));
    }

    /** The approver's, with one request in it. */
    private Message inbox() {
        asked.engineer.type("/consoleme request role hidden for 1h because more");
        door.answer();
        door.deliver();
        asked.approver.type("/consoleme inbox");
        return door.answerTo(TwinSettings.APPROVER);
    }
}
