package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slacktwin.TwinClient.SETTINGS;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.User;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import java.util.List;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebApiTest {
    private final TwinClient api = new TwinClient();
    private final TwinServer twin = api.twin;
    private final MethodsClient client = api.client;

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void slacksOwnClientFindsAWorkspace() throws Exception {
        var auth = client.authTest(r -> r);
        User user = client.usersInfo(r -> r.user(TwinSettings.ENGINEER)).getUser();
        String direct =
                client.conversationsOpen(r -> r.users(List.of(TwinSettings.ENGINEER)))
                        .getChannel()
                        .getId();
        var members = client.conversationsMembers(r -> r.channel(TwinSettings.GENERAL).limit(3));

        assertThat(auth.getTeamId()).isEqualTo(TwinSettings.TEAM);
        assertThat(auth.getUserId()).isEqualTo(TwinSettings.BOT);
        assertThat(auth.getHttpResponseHeaders().get("x-oauth-scopes").getFirst())
                .contains("commands,chat:write");
        assertThat(user.getProfile().getEmail()).isEqualTo("engineer@example.com");
        assertThat(user.getTeamId()).isEqualTo(TwinSettings.TEAM);
        assertThat(direct).startsWith("D");
        assertThat(members.getMembers()).hasSize(3);
        assertThat(
                        client.conversationsMembers(
                                        r ->
                                                r.channel(TwinSettings.GENERAL)
                                                        .cursor(
                                                                members.getResponseMetadata()
                                                                        .getNextCursor()))
                                .getMembers())
                .containsExactly(TwinSettings.BOT);
        assertThat(
                        client.usersLookupByEmail(r -> r.email("APPROVER@example.com"))
                                .getUser()
                                .getId())
                .isEqualTo(TwinSettings.APPROVER);
        assertThat(client.teamInfo(r -> r).getTeam().getDomain()).isEqualTo("example");
        assertThat(client.conversationsList(r -> r).getChannels()).hasSize(1);
    }

    @Test
    void slacksOwnClientPostsUpdatesAndDeletesBlocks() throws Exception {
        ChatPostMessageResponse posted =
                client.chatPostMessage(
                        r ->
                                r.channel(TwinSettings.GENERAL)
                                        .text("a card")
                                        .blocks(
                                                Blocks.asBlocks(
                                                        Blocks.section(
                                                                s ->
                                                                        s.text(
                                                                                BlockCompositions
                                                                                        .markdownText(
                                                                                                "*card* ASIA/x=y"))),
                                                        Blocks.actions(
                                                                a ->
                                                                        a.elements(
                                                                                BlockElements
                                                                                        .asElements(
                                                                                                BlockElements
                                                                                                        .button(
                                                                                                                b ->
                                                                                                                        b.text(
                                                                                                                                        BlockCompositions
                                                                                                                                                .plainText(
                                                                                                                                                        "Go"))
                                                                                                                                .url(
                                                                                                                                        "https://example.com"))))))));
        ChatUpdateResponse updated =
                client.chatUpdate(
                        r -> r.channel(TwinSettings.GENERAL).ts(posted.getTs()).text("done"));

        Message now =
                twin.workspace()
                        .messages()
                        .find(TwinSettings.GENERAL, posted.getTs())
                        .orElseThrow();
        assertThat(posted.getError()).isNull();
        assertThat(posted.getMessage().getBlocks()).hasSize(2);
        assertThat(updated.isOk()).isTrue();
        assertThat(twin.draw(now)).isEqualTo("done");
        assertThat(twin.outbound().contains("asia/X=y")).isTrue();
        assertThat(twin.outbound().contains("AKIA")).isFalse();
        assertThat(
                        client.chatDelete(r -> r.channel(TwinSettings.GENERAL).ts(posted.getTs()))
                                .isOk())
                .isTrue();
        assertThat(
                        client.chatDelete(r -> r.channel(TwinSettings.GENERAL).ts(posted.getTs()))
                                .getError())
                .isEqualTo("message_not_found");
    }

    @Test
    void anEphemeralMessageIsSeenByOnePersonAndCannotBeUpdated() throws Exception {
        var posted =
                client.chatPostEphemeral(
                        r ->
                                r.channel(TwinSettings.GENERAL)
                                        .user(TwinSettings.APPROVER)
                                        .text("psst"));

        assertThat(twin.workspace().messages().in(TwinSettings.GENERAL, TwinSettings.APPROVER))
                .hasSize(1);
        assertThat(twin.workspace().messages().in(TwinSettings.GENERAL, TwinSettings.ENGINEER))
                .isEmpty();
        assertThat(
                        client.chatUpdate(
                                        r ->
                                                r.channel(TwinSettings.GENERAL)
                                                        .ts(posted.getMessageTs())
                                                        .text("x"))
                                .getError())
                .isEqualTo("message_not_found");
    }

    @Test
    void refusalsCarrySlacksCodes() throws Exception {
        twin.workspace()
                .channels()
                .put(Channel.open("C0OUTSIDE1", "outside", TwinSettings.ENGINEER));
        twin.workspace()
                .channels()
                .put(
                        Channel.open("C0OLD00001", "old", TwinSettings.BOT)
                                .with(Channel.Flag.ARCHIVED));
        twin.workspace()
                .people()
                .put(
                        SlackUser.person(
                                        "U0GONE0001", TwinSettings.TEAM, "Gone", "gone@example.com")
                                .with(SlackUser.Flag.DELETED));

        assertThat(api.slack.methods("xoxb-wrong").authTest(r -> r).getError())
                .isEqualTo("invalid_auth");
        assertThat(call("auth.test", "{}", "")).isEqualTo("not_authed");
        assertThat(call("chat.meow", "{}", "Bearer " + SETTINGS.app().botToken()))
                .isEqualTo("unknown_method");
        assertThat(call("chat.postMessage", "{", "Bearer " + SETTINGS.app().botToken()))
                .isEqualTo("invalid_json");
        assertThat(post("C0NOWHERE1", "x")).isEqualTo("channel_not_found");
        assertThat(post("C0OUTSIDE1", "x")).isEqualTo("not_in_channel");
        assertThat(post("C0OLD00001", "x")).isEqualTo("is_archived");
        assertThat(post(TwinSettings.GENERAL, "")).isEqualTo("no_text");
        assertThat(client.usersInfo(r -> r.user("U0NOBODY01")).getError())
                .isEqualTo("user_not_found");
        assertThat(client.usersLookupByEmail(r -> r.email("gone@example.com")).getError())
                .isEqualTo("users_not_found");
        assertThat(client.conversationsOpen(r -> r.users(List.of("U0GONE0001"))).getError())
                .isEqualTo("user_disabled");
    }

    private String post(String channel, String text) throws Exception {
        return client.chatPostMessage(r -> r.channel(channel).text(text)).getError();
    }

    private String call(String method, String body, String authorization) {
        return Json.read(
                        Wire.post(twin.apiUrl() + method, body, "Authorization", authorization)
                                .body())
                .orElseThrow()
                .path("error")
                .asText();
    }
}
