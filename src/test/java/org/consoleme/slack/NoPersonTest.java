package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.consoleme.notifications.PostedCard;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is no person decides nothing, asks for nothing and says nothing: bots, workflows, we. */
class NoPersonTest {
    private static final String OTHER = "U0OTHER001";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    /** Somebody in the approvals channel, linked to one who may decide. */
    private Actor linked(SlackUser.Flag flag) {
        door.twin
                .workspace()
                .people()
                .put(
                        SlackUser.person(OTHER, TwinSettings.TEAM, "Workflow", "w@example.com")
                                .with(flag));
        door.twin
                .workspace()
                .channels()
                .put(
                        door.twin
                                .workspace()
                                .channels()
                                .find(TwinSettings.APPROVALS)
                                .orElseThrow()
                                .joinedBy(OTHER));
        door.link(OTHER, SlackDoor.ADMIN);
        return door.twin.actAs(OTHER).in(TwinSettings.APPROVALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Approve", "Deny"})
    void slackT27_ourOwnBotIsRefusedWhateverOurRecordSaysOfIt(String button) {
        door.link(TwinSettings.BOT, SlackDoor.ADMIN);
        Actor bot = door.twin.actAs(TwinSettings.BOT).in(TwinSettings.APPROVALS);
        String heard =
                asked.refused("NotAMember", TwinSettings.BOT, bot.composeClick(asked.card, button));
        assertThat(heard).startsWith("Only full members");
    }

    /** Slack knows no user by the id of a bot. */
    @ParameterizedTest
    @CsvSource({"B0TWINBOT1, Approve", "B0TWINBOT1, Deny", "B0OTHER001, Approve"})
    void slackT27_theIdOfABotIsNobodys(String botId, String button) {
        door.link(botId, SlackDoor.ADMIN);
        String heard =
                asked.refused(
                        "NotAMember",
                        TwinSettings.APPROVER,
                        by(botId, asked.approver.composeClick(asked.card, button)));
        assertThat(heard).startsWith("Only full members");
    }

    /** Of which Slack says that it is no bot. */
    @Test
    void slackT27_slackbotIsNobody() {
        door.link("USLACKBOT", SlackDoor.ADMIN);
        String heard =
                asked.refused(
                        "NotAMember",
                        TwinSettings.APPROVER,
                        by("USLACKBOT", asked.approver.composeClick(asked.card, "Approve")));
        assertThat(heard).startsWith("Only full members");
        assertThat(door.twin.outbound().to("users.info").getLast().answer())
                .contains("\"is_bot\":false");
    }

    /** Slack lets nobody write to a bot. */
    @ParameterizedTest
    @ValueSource(strings = {TwinSettings.BOT, "B0TWINBOT1"})
    void slackT27_aModalThatABotSendsDecidesNothing(String bot) {
        // Given
        SlackView modal = asked.clicked("Approve");
        door.link(bot, SlackDoor.ADMIN);
        CommandDraft sent = by(bot, asked.approver.composeSubmit(modal, Map.of()));
        // When
        assertThat(sent.send().status()).isEqualTo(200);
        door.node.threads.await();
        // Then
        asked.denied("NotAMember");
        assertThat(asked.now()).isEqualTo(asked.request);
        assertThat(asked.held()).isEmpty();
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(calls()).doesNotContain("chat.postEphemeral", "chat.update");
    }

    private static CommandDraft by(String user, CommandDraft draft) {
        return draft.bend(payload -> ((ObjectNode) payload.path("user")).put("id", user));
    }

    @ParameterizedTest
    @EnumSource(
            value = SlackUser.Flag.class,
            names = {"BOT", "WORKFLOW_BOT"})
    void slackT27_aBotOrWorkflowAsksForNothing(SlackUser.Flag flag) {
        door.directory.put(SlackDoor.ADMIN, Set.of("developers"));
        Actor bot = linked(flag);
        String heard = asked.refused("NotAMember", OTHER, bot.compose(AskedDoor.LINE));
        assertThat(heard).startsWith("Only full members");
    }

    @ParameterizedTest
    @EnumSource(
            value = SlackUser.Flag.class,
            names = {"BOT", "WORKFLOW_BOT"})
    void slackT27_aBotOrWorkflowSaysNothing(SlackUser.Flag flag) {
        Actor bot = linked(flag);
        String heard = asked.refused("NotAMember", OTHER, bot.composeReply(asked.card, "approve"));
        assertThat(heard).contains("did not become a comment", "Only full members");
    }

    /** As a step of a workflow posts it: by a bot, perhaps without any user. */
    private CommandDraft posted(Consumer<ObjectNode> otherwise) {
        return asked.approver
                .composeReply(asked.card, "approve")
                .bend(
                        body -> {
                            ObjectNode said = (ObjectNode) body.path("event");
                            said.put("subtype", "bot_message").put("bot_id", "B0WORKFLOW");
                            said.put("username", "Approve everything");
                            said.remove("user");
                            otherwise.accept(said);
                        });
    }

    /** What we asked of Slack so far. */
    private List<String> calls() {
        return door.twin.outbound().all().stream()
                .map(OutboundCall::method)
                .filter(method -> !method.equals("acknowledgement"))
                .toList();
    }

    /** There is nobody to tell: it is in the audit trail. */
    private void isRefused(CommandDraft post) {
        List<PostedCard> cards = door.core.cards.of(asked.request.id());
        List<String> calls = calls();
        assertThat(post.send().status()).isEqualTo(200);
        door.node.threads.await();
        asked.denied("NotAPerson");
        assertThat(asked.now()).isEqualTo(asked.request);
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(door.core.cards.of(asked.request.id())).isEqualTo(cards);
        assertThat(calls()).isEqualTo(calls);
    }

    @Test
    void slackT27_aWorkflowThatPostsApproveUnderTheCardIsRefused() {
        isRefused(posted(said -> {}));
    }

    @Test
    void slackT27_soIsAnotherAppEvenInTheNameOfTheApprover() {
        isRefused(
                posted(
                        said -> {
                            said.remove("subtype");
                            said.put("user", TwinSettings.APPROVER).put("app_id", "A0OTHERAPP");
                        }));
    }

    private void isNothing(CommandDraft post) {
        List<String> calls = calls();
        assertThat(post.send().status()).isEqualTo(200);
        door.node.threads.await();
        assertThat(door.audit.events()).isEmpty();
        assertThat(asked.now()).isEqualTo(asked.request);
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(calls()).isEqualTo(calls);
    }

    @Test
    void slackT27_whatAWorkflowPostsBesideTheCardIsNoneOfOurBusiness() {
        isNothing(posted(said -> said.remove("thread_ts")));
        isNothing(posted(said -> said.put("thread_ts", "1700000000.000001")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void slackT27_whatWeSayUnderTheCardOurselvesIsNoRefusal(boolean inItsProfile) {
        isNothing(
                posted(
                        said -> {
                            said.remove("subtype");
                            said.put("user", TwinSettings.BOT);
                            ObjectNode app = inItsProfile ? said.putObject("bot_profile") : said;
                            app.put("app_id", "A0TWINAPP1");
                        }));
    }
}
