package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.model.User;
import java.util.List;
import java.util.Optional;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.UserGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private final TwinClient api = new TwinClient();
    private final TwinServer twin = api.twin;
    private final MethodsClient client = api.client;

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void aThreadIsReadInItsOrderAndHistoryShowsItsFirstMessageAlone() throws Exception {
        String card = post("card");
        client.chatPostMessage(r -> r.channel(TwinSettings.GENERAL).text("done").threadTs(card));
        Message other = twin.actAs(TwinSettings.ENGINEER).in("general").say("other");
        client.chatPostEphemeral(
                r -> r.channel(TwinSettings.GENERAL).user(TwinSettings.ENGINEER).text("psst"));

        var replies = client.conversationsReplies(r -> r.channel(TwinSettings.GENERAL).ts(card));
        var history = client.conversationsHistory(r -> r.channel(TwinSettings.GENERAL).limit(1));
        assertThat(replies.getMessages()).extracting("text").containsExactly("card", "done");
        assertThat(replies.getMessages().getLast().getThreadTs()).isEqualTo(card);
        assertThat(history.getMessages()).extracting("text").containsExactly("other");
        assertThat(history.isHasMore()).isTrue();
        assertThat(
                        client.conversationsHistory(
                                        r ->
                                                r.channel(TwinSettings.GENERAL)
                                                        .oldest(card)
                                                        .latest(other.ts())
                                                        .inclusive(true))
                                .getMessages())
                .hasSize(2);
        assertThat(
                        client.conversationsReplies(
                                        r -> r.channel(TwinSettings.GENERAL).ts("1.000001"))
                                .getError())
                .isEqualTo("thread_not_found");
    }

    @Test
    void aPermalinkLeadsToTheTwinsPage() throws Exception {
        String ts = post("card");
        String link =
                client.chatGetPermalink(r -> r.channel(TwinSettings.GENERAL).messageTs(ts))
                        .getPermalink();

        assertThat(link)
                .isEqualTo(
                        twin.origin()
                                + "/archives/"
                                + TwinSettings.GENERAL
                                + "/p"
                                + ts.replace(".", ""));
        assertThat(Wire.get(link).body()).contains("Slack twin");
        assertThat(
                        client.chatGetPermalink(
                                        r -> r.channel(TwinSettings.GENERAL).messageTs("1.000001"))
                                .getError())
                .isEqualTo("message_not_found");
    }

    @Test
    void aChannelThatWentAwayRefusesUpdatesInSlacksWords() throws Exception {
        String ts = post("card");
        Message said = twin.actAs(TwinSettings.ENGINEER).in("general").say("mine");
        Channel general = twin.workspace().channels().find(TwinSettings.GENERAL).orElseThrow();

        assertThat(update(TwinSettings.GENERAL, said.ts())).isEqualTo("cant_update_message");
        assertThat(update(TwinSettings.GENERAL, "1.000001")).isEqualTo("message_not_found");
        twin.workspace().channels().put(general.with(Channel.Flag.ARCHIVED));
        assertThat(update(TwinSettings.GENERAL, ts)).isEqualTo("is_inactive");
        Channel approvals = twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        twin.workspace().channels().put(approvals.leftBy(TwinSettings.BOT));
        assertThat(update(TwinSettings.APPROVALS, ts)).isEqualTo("channel_not_found");
    }

    @Test
    void aSharedChannelAndItsStrangersLookAsInSlack() throws Exception {
        Channel shared =
                Channel.open("C0SHARED01", "shared", TwinSettings.BOT, "U0STRANGER")
                        .with(Channel.Flag.EXT_SHARED);
        twin.workspace().channels().put(shared);
        SlackUser stranger =
                SlackUser.person("U0STRANGER", "T0FOREIGN1", "Stran Ger", "s@example.org")
                        .of("T0FOREIGN1", Optional.of("E0FOREIGN1"))
                        .withEmail(Optional.empty());
        twin.workspace().people().put(stranger.with(SlackUser.Flag.STRANGER));
        User flagged = client.usersInfo(r -> r.user("U0STRANGER")).getUser();
        twin.workspace().people().put(stranger);
        User unflagged = client.usersInfo(r -> r.user("U0STRANGER")).getUser();

        assertThat(
                        client.conversationsInfo(r -> r.channel("C0SHARED01"))
                                .getChannel()
                                .isExtShared())
                .isTrue();
        assertThat(flagged.isStranger()).isTrue();
        assertThat(unflagged.isStranger()).isFalse();
        assertThat(unflagged.getTeamId()).isEqualTo("T0FOREIGN1");
        assertThat(unflagged.getEnterpriseUser().getEnterpriseId()).isEqualTo("E0FOREIGN1");
        assertThat(unflagged.getProfile().getEmail()).isNull();
    }

    @Test
    void userGroupsAreListed() throws Exception {
        twin.workspace()
                .groups()
                .put(
                        new UserGroup(
                                "S0ONCALL01", "oncall", "On call", List.of(TwinSettings.APPROVER)));

        assertThat(client.usergroupsUsersList(r -> r.usergroup("S0ONCALL01")).getUsers())
                .containsExactly(TwinSettings.APPROVER);
        assertThat(client.usergroupsList(r -> r).getUsergroups())
                .extracting("handle")
                .containsExactly("oncall");
        assertThat(client.usergroupsUsersList(r -> r.usergroup("S0NOBODY01")).getError())
                .isEqualTo("no_such_subteam");
    }

    private String post(String text) throws Exception {
        return client.chatPostMessage(r -> r.channel(TwinSettings.GENERAL).text(text)).getTs();
    }

    private String update(String channel, String ts) throws Exception {
        return client.chatUpdate(r -> r.channel(channel).ts(ts).text("new")).getError();
    }
}
