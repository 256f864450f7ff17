package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.Caller;
import org.consoleme.identity.DecideSlackLink;
import org.consoleme.identity.LookAtSlackLink;
import org.consoleme.identity.Proof;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinkOffer;
import org.consoleme.identity.SlackLinkTickets;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T-32: how a Slack user becomes somebody, and how it does not. */
class LinkFlowTest {
    private static final SlackKey KEY = new SlackKey(TwinSettings.TEAM, TwinSettings.ENGINEER);
    private static final Caller EVA = Callers.web(SlackDoor.ENGINEER, "finops");
    private static final Caller VICTIM = Callers.web("approver@example.com");

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.twin.actAs(TwinSettings.ENGINEER);
    private final SlackLinkTickets tickets = new SlackLinkTickets(door.store);
    private final LookAtSlackLink look = new LookAtSlackLink(tickets);
    private final DecideSlackLink decide =
            new DecideSlackLink(tickets, door.links, door.audit, door.node.alarm, door.clock);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void slackT32_thePageShowsWhichSlackUserOfWhichWorkspaceIsMeant() {
        // When
        SlackLinkOffer shown = look.handle(VICTIM, ticket("/consoleme creds admin"));
        // Then
        assertThat(shown.profile().name()).isEqualTo("Eva Engineer");
        assertThat(shown.profile().workspace()).isEqualTo("Example");
        assertThat(shown.state()).isEqualTo(SlackLinkOffer.State.OPEN);
    }

    @Test
    void slackT32_lookingLinksNothing() {
        // When
        look.handle(VICTIM, ticket("/consoleme link"));
        // Then
        assertThat(door.links.personOf(KEY)).isEmpty();
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void slackT32_confirmingLinksAndTheNextCommandKnowsThePerson() {
        // When
        SlackLinkOffer linked = decide.handle(EVA, ticket("/consoleme link"), true);
        engineer.type("/consoleme whoami");
        // Then
        assertThat(linked.state()).isEqualTo(SlackLinkOffer.State.LINKED);
        assertThat(door.twin.draw(door.answer())).startsWith("You are engineer@example.com.");
        assertThat(door.audit.events())
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(Outcome.DONE))
                .satisfies(event -> assertThat(event.subject()).isEqualTo(KEY.toString()));
    }

    @Test
    void slackT32_sayingNotMeLinksNothingAndUsesTheTicketUp() {
        // Given
        String ticket = ticket("/consoleme link");
        // When
        SlackLinkOffer refused = decide.handle(VICTIM, ticket, false);
        // Then
        assertThat(refused.state()).isEqualTo(SlackLinkOffer.State.REFUSED);
        assertNotFound(() -> decide.handle(EVA, ticket, true));
        assertThat(door.links.personOf(KEY)).isEmpty();
        assertThat(door.audit.events())
                .extracting(event -> event.outcome() + " " + event.reason().orElse(""))
                .containsExactly("DENIED NotMe", "DENIED TicketUsed");
    }

    @Test
    void slackT32_aTicketLinksOnceAndSaysLaterThatItIsUsed() {
        // Given
        String ticket = ticket("/consoleme link");
        decide.handle(EVA, ticket, true);
        // When, Then
        assertNotFound(() -> decide.handle(VICTIM, ticket, true));
        assertThat(look.handle(VICTIM, ticket).state()).isEqualTo(SlackLinkOffer.State.USED);
        assertThat(door.links.personOf(KEY)).contains(EVA.user());
        assertThat(door.audit.events())
                .extracting(event -> event.outcome() + " " + event.reason().orElse(""))
                .containsExactly("DONE ", "DENIED TicketUsed");
    }

    @Test
    void slackT32_anExpiredOrMadeUpTicketIsNotFound() {
        // Given
        String ticket = ticket("/consoleme link");
        door.clock.advance(Duration.ofMinutes(10));
        List<String> none = List.of(ticket, "", "../x", "a".repeat(32), "a".repeat(5000));
        // When, Then
        for (String bad : none) {
            assertNotFound(() -> look.handle(EVA, bad));
            assertNotFound(() -> decide.handle(EVA, bad, true));
        }
        assertThat(door.audit.events())
                .hasSameSizeAs(none)
                .allSatisfy(event -> assertThat(event.reason()).contains("NoSuchTicket"));
        assertThat(door.links.personOf(KEY)).isEmpty();
    }

    @Test
    void slackT32_onlyAWebSessionConfirmsAndTheTicketIsStillGood() {
        // Given
        String ticket = ticket("/consoleme link");
        Caller terminal =
                new Caller(
                        EVA.user(),
                        EVA.groups(),
                        Proof.WEEP_TOKEN,
                        door.clock.instant(),
                        new Origin(SlackDoor.ENGINEER, Door.WEEP, "request-2", Optional.empty()));
        // When, Then
        assertThatThrownBy(() -> decide.handle(terminal, ticket, true))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class));
        assertThat(look.handle(EVA, ticket).state()).isEqualTo(SlackLinkOffer.State.OPEN);
    }

    @Test
    void slackT32_aSlackUserOfSomebodyElseIsNotTakenOver() {
        // Given
        String first = ticket("/consoleme link");
        String second = ticket("/consoleme creds admin");
        decide.handle(EVA, first, true);
        // When, Then
        assertThatThrownBy(() -> decide.handle(VICTIM, second, true))
                .hasMessageContaining("linked to another person");
        assertThat(door.links.personOf(KEY)).contains(EVA.user());
        assertThat(door.audit.events().getLast().reason()).contains("LinkedToAnother");
        assertThat(door.audit.events().getLast().outcome()).isEqualTo(Outcome.DENIED);
    }

    @Test
    void aLinkedUserIsToldSoAndMayUnlink() {
        // Given
        door.links.link(KEY, new UserId(SlackDoor.ENGINEER), door.clock.instant());
        // When
        engineer.type("/consoleme link");
        String linked = door.twin.draw(door.answer());
        engineer.type("/consoleme unlink");
        String done = door.twin.draw(door.answer());
        engineer.type("/consoleme unlink");
        String again = door.twin.draw(door.answer());
        // Then
        assertThat(linked).startsWith("This Slack user is linked to engineer@example.com.");
        assertThat(done).startsWith("Done: I don't know you any more.");
        assertThat(again).startsWith("I did not know you.");
        assertThat(door.audit.events())
                .singleElement()
                .isInstanceOf(AuditEvent.SlackLinkChanged.class);
    }

    @Test
    void anInvitationAsksSlackForTheWorkspaceNoSecondTime() {
        // Given: asked once, when the door opened
        int asked = door.twin.outbound().to("auth.test").size();
        // When
        ticket("/consoleme link");
        ticket("/consoleme creds");
        // Then
        assertThat(door.twin.outbound().to("auth.test")).hasSize(asked);
        assertThat(door.twin.outbound().to("users.info")).hasSize(1);
    }

    private String ticket(String line) {
        engineer.type(line);
        Matcher link =
                Pattern.compile(SlackDoor.PAGE + "/link/slack/([A-Za-z0-9_-]{32})\\)")
                        .matcher(door.twin.draw(door.answer()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.NotFound.class));
    }
}
