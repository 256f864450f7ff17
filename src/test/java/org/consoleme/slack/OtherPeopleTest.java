package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consoleme.slack.OtherPerson.OTHER;
import static org.consoleme.slack.OtherPerson.person;
import static org.consoleme.slack.OtherPerson.there;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.DecideSlackLink;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinkTickets;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.SlackTeam;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People of other organizations and workspaces, and Slack users that two people want. */
class OtherPeopleTest {
    private static final String ENTERPRISE = "E0CORP";
    private static final Pattern TICKET = Pattern.compile("/link/slack/([A-Za-z0-9_-]+)");

    private AskedDoor asked;
    private SlackDoor door;

    private void ask(SlackDoor other) {
        asked = new AskedDoor(other);
        door = asked.door;
    }

    @AfterEach
    void close() {
        asked.close();
    }

    private int calls(String method) {
        return door.twin.outbound().to(method).size();
    }

    private static SlackTeam inEnterprise() {
        return SlackTeam.standalone(TwinSettings.TEAM, "Example", "example").in(ENTERPRISE, "Corp");
    }

    private Actor colleague() {
        door.directory.put(SlackDoor.ADMIN, Set.of("approvers"));
        door.link(OTHER, SlackDoor.ADMIN);
        return there(
                door, person("Cora", "c@example.com").of("T0SISTER01", Optional.of(ENTERPRISE)));
    }

    @Test
    void slackT26_aSisterWorkspacesMemberIsRefusedUnlessTheEnterpriseIsConfigured() {
        ask(new SlackDoor(settings -> settings.withTeam(inEnterprise())));
        Actor cora = colleague();
        String heard = asked.refused("NotAMember", OTHER, cora.composeClick(asked.card, "Approve"));
        assertThat(heard).startsWith("Only full members");
    }

    @Test
    void slackT08_aClickInASisterWorkspaceIsNotForUsUnlessTheEnterpriseIsConfigured() {
        ask(new SlackDoor(settings -> settings.withTeam(inEnterprise())));
        int modals = calls("views.open");
        AppAnswer answer =
                asked.approver
                        .composeClick(asked.card, "Approve")
                        .bend(
                                payload ->
                                        ((ObjectNode) payload.path("team")).put("id", "T0SISTER01"))
                        .send();
        assertThat(answer.status()).isEqualTo(403);
        asked.denied("WrongTenant");
        assertThat(asked.now()).isEqualTo(asked.request);
        assertThat(calls("views.open")).isEqualTo(modals);
    }

    @Test
    void slackT26_andIsAMemberWhereItIs() {
        ask(
                new SlackDoor(
                        settings -> settings.withTeam(inEnterprise()),
                        Map.of("slack.enterprise_id", ENTERPRISE)));
        Actor cora = colleague();
        cora.click(asked.card, "Approve");
        cora.submit(asked.modal(OTHER), Map.of());
        assertThat(asked.heard(OTHER)).startsWith("You approved it.");
        assertThat(asked.done("approve")).isEqualTo(1);
        door.deliver();
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        assertThat(door.twin.draw(door.card())).contains("✔ Applied");
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.Flag.class,
            names = {"EXT_SHARED", "PENDING_EXT_SHARED"})
    void slackT26_anExternalMemberOfASharedChannelIsRefused(Channel.Flag flag) {
        ask(new SlackDoor());
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.with(flag));
        Actor external =
                there(door, person("Ext", "e@other.example").of("T0OTHER001", Optional.empty()));
        door.link(OTHER, SlackDoor.ADMIN);
        asked.refused("NotAMember", OTHER, external.composeClick(asked.card, "Approve"));
    }

    private String ticket(Actor who) {
        who.type("/consoleme link");
        Matcher link = TICKET.matcher(asked.heard(OTHER));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void slackT28_whoClaimsASlackUserOfSomebodyElseIsRefusedAndTheAdministratorsAreTold() {
        // Given
        ask(new SlackDoor());
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        SlackKey key = new SlackKey(TwinSettings.TEAM, OTHER);
        Actor sam = there(door, person("Sam", "sam@example.com"));
        String first = ticket(sam);
        String second = ticket(sam);
        DecideSlackLink decide =
                new DecideSlackLink(
                        new SlackLinkTickets(door.store),
                        door.links,
                        door.audit,
                        door.node.alarm,
                        door.clock);
        decide.handle(Callers.web("sam@example.com"), first, true);
        door.audit.clear();
        // When
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> decide.handle(Callers.web("mallory@example.com"), second, true));
        door.node.threads.await();
        // Then
        assertThat(refused.problem()).isInstanceOf(Problem.Conflict.class);
        assertThat(door.links.personOf(key)).contains(new UserId("sam@example.com"));
        assertThat(door.audit.events())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.outcome()).isEqualTo(Outcome.DENIED);
                            assertThat(row.reason()).contains("LinkedToAnother");
                        });
        assertThat(DirectTalk.of(door, TwinSettings.ADMIN))
                .extracting(door.twin::draw)
                .singleElement()
                .asString()
                .contains("mallory@example.com", OTHER, "linked to sam@example.com", "refused");
    }

    @Test
    void slackT28_twoSlackUsersWithOneAddressAreNotOnePerson() {
        ask(new SlackDoor());
        Actor twin = there(door, person("Arno Approver", SlackDoor.APPROVER));
        asked.refused("Unauthenticated", OTHER, twin.composeClick(asked.card, "Approve"));
        assertThat(calls("users.lookupByEmail")).isZero();
    }
}
