package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write stays text on cards, in modals, in direct messages and in notifications. */
class HostileRequestTest {
    private final SlackDoor door = new SlackDoor();
    private final PlainMessages plain = new PlainMessages("date", "plain_text_input", "input");

    @AfterEach
    void close() {
        door.close();
    }

    @HostileWords.Mentions
    void slackT60_aMentionMentionsNobody(String mention) {
        neverActive(mention);
    }

    @HostileWords.Links
    void slackT61_aLinkLeadsNowhere(String link) {
        neverActive(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`code`",
                "```fence```",
                "> quote",
                "*Approved by @ciso*",
                ":white_check_mark: approved",
                "x\n● Waiting\n✔ Applied until tomorrow"
            })
    void slackT62_markupIsShownNotFollowed(String markup) {
        neverActive(markup);
    }

    @Test
    void slackT62_whatNobodySeesIsShownAsEscapes() {
        // When
        ask("ok \u202Edeilppa\u202C \u200Bx" + "a" + "\u0301".repeat(200));
        // Then
        String card = door.twin.draw(door.card());
        assertThat(card).contains("\\u{202E}", "\\u{200B}").doesNotContain("\u202E", "\u200B");
        assertThat(card.chars().filter(c -> c == '\u0301').count()).isLessThan(10);
    }

    private void noInvalidBlocks() {
        assertThat(door.twin.outbound().all())
                .allSatisfy(call -> assertThat(call.error()).isEmpty());
    }

    private static AskedChange policy(String document) {
        return new AskedChange.NewPolicy(
                RoleArn.parse(SlackDoor.READER),
                Optional.of("logs"),
                PolicyDocument.parse(document));
    }

    private ChangeRequest ask(String reason) {
        return ask(
                reason,
                new AskedChange.Role(
                        RoleArn.parse("arn:aws:iam::200000000002:role/hidden"),
                        Duration.ofHours(1)));
    }

    private ChangeRequest ask(String reason, AskedChange change) {
        door.engineer();
        ChangeRequest asked =
                door.core
                        .open
                        .handle(door.callerOf(SlackDoor.ENGINEER), RequestDraft.of(reason, change))
                        .request();
        door.deliver();
        return asked;
    }

    /** As reason, account name, resource of a policy, and reason of a denial. */
    private void neverActive(String hostile) {
        // Given
        door.accounts(InMemoryAccounts.account("200000000002", hostile));
        // AWS takes no other characters there
        String resource = hostile.replaceAll("[^!-;=?-~]", "_");
        ask(
                hostile,
                policy(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":"
                                + "\"arn:aws:s3:::"
                                + resource
                                + "\"}]}"));
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        var admin = door.twin.actAs(TwinSettings.ADMIN).in(TwinSettings.APPROVALS);
        // When
        admin.click(door.card(), "Deny");
        SlackView modal = door.twin.awaitModal(TwinSettings.ADMIN, SlackDoor.SOON);
        admin.submit(modal, Map.of("reason", hostile));
        door.answerTo(TwinSettings.ADMIN);
        door.deliver();
        // Then
        List<Message> all = new ArrayList<>(door.twin.workspace().messages().all());
        assertThat(all).hasSizeGreaterThan(2).allSatisfy(plain::check);
        plain.check(modal.blocks());
        assertThat(door.twin.draw(door.card())).contains(hostile);
        assertThat(door.twin.draw(modal)).contains(hostile);
        door.twin.outbound().to("chat.postMessage").forEach(HostileRequestTest::unfurlsNothing);
        noInvalidBlocks();
    }

    private static void unfurlsNothing(OutboundCall call) {
        assertThat(call.sent()).contains("unfurl_links=0", "unfurl_media=0", "link_names=0");
    }
}
