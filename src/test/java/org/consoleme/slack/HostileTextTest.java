package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.Roles.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote stays text, wherever it turns up in our answers. */
class HostileTextTest {
    private final SlackDoor door = new SlackDoor();
    private final PlainMessages plain = new PlainMessages();
    private final Actor engineer = door.engineer();

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
                "_i_ ~s~",
                ":white_check_mark: approved",
                "&lt;!channel&gt;"
            })
    void slackT62_markupIsShownNotFollowed(String markup) {
        neverActive(markup);
    }

    /** In the account's name, the role's path, and what the asker typed. */
    private void neverActive(String hostile) {
        // Given
        door.accounts(InMemoryAccounts.account("200000000002", hostile));
        door.publish(
                "200000000002",
                role(SlackDoor.READER, Set.of("finops"), Set.of()),
                role(
                        "arn:aws:iam::200000000002:role/" + path(hostile) + "/admin",
                        Set.of("finops"),
                        Set.of()));
        // When
        List<Message> answers = new ArrayList<>();
        for (String line :
                List.of(
                        "creds billing",
                        "creds admin",
                        "creds",
                        "find billing",
                        "creds zz " + hostile,
                        "find " + hostile,
                        hostile,
                        "creds x in \"" + hostile + "2\"")) {
            engineer.compose("/consoleme x").field("text", line).send();
            answers.add(door.answer());
        }
        // Then
        assertThat(answers).allSatisfy(plain::check);
        assertThat(door.twin.draw(answers.getFirst())).contains(hostile);
        assertThat(door.twin.draw(answers.get(5))).contains(hostile);
        door.twin.outbound().to("response_url").forEach(HostileTextTest::unfurlsNothing);
    }

    /** What of it IAM would take in a path. */
    private static String path(String hostile) {
        return hostile.replaceAll("[^!-~]", "_");
    }

    private static void unfurlsNothing(OutboundCall call) {
        assertThat(call.sent())
                .contains("\"unfurl_links\":false", "\"unfurl_media\":false")
                .doesNotContain("link_names");
        assertThat(call.error()).isEmpty();
    }

    @Test
    void slackT62_whatCannotBeSeenIsShown() {
        // When
        engineer.compose("/consoleme x")
                .field("text", "find a\u202Eb\u200Bc\u200Dd\u3164e\u0007f\uFEFFg\uFE0Fh")
                .send();
        // Then
        assertThat(door.twin.draw(door.answer()))
                .isEqualTo(
                        "Nothing of yours matches"
                                + " \"a\\u{202E}b\\u{200B}c\\u{200D}d\\u{3164}e\\u{7}f\\u{FEFF}g\\u{FE0F}h\".");
    }

    @Test
    void slackT62_heapsOfAccentsAreThinned() {
        engineer.compose("/consoleme x").field("text", "find e" + "\u0301".repeat(200)).send();
        assertThat(door.twin.draw(door.answer()))
                .isEqualTo("Nothing of yours matches \"e" + "\u0301".repeat(8) + "\".");
    }

    @Test
    void slackT62_theLineForATerminalRunsNothingElse() {
        // Given: two of a name, so that the whole ARN is shown
        door.publish(
                "300000000003",
                role(
                        "arn:aws:iam::300000000003:role/$(touch${IFS}x);`id`'/admin",
                        Set.of("finops"),
                        Set.of()));
        // When
        engineer.type("/consoleme creds admin in billing-test");
        // Then
        assertThat(door.twin.draw(door.answer()))
                .contains(
                        "weep file 'arn:aws:iam::300000000003:role/$(touch${IFS}x);`id`'\\''/admin'");
    }

    @Test
    void slackT63_ofTwoHundredAndFiftyRolesTenAreShownAndTheRestIsSaid() {
        // Given
        door.publish(
                "300000000003",
                IntStream.range(0, 250)
                        .mapToObj(
                                i ->
                                        role(
                                                "arn:aws:iam::300000000003:role/"
                                                        + "x".repeat(60)
                                                        + i,
                                                Set.of("finops"),
                                                Set.of()))
                        .toArray(IndexedRole[]::new));
        door.accounts(InMemoryAccounts.account("300000000003", "😀".repeat(2000)));
        // When
        List<String> drawn = new ArrayList<>();
        for (String line : List.of("creds xxx", "creds", "find xxx")) {
            engineer.type("/consoleme " + line);
            drawn.add(door.twin.draw(door.answer()));
        }
        // Then
        assertThat(drawn.get(0)).startsWith("250 of your roles").contains("And 240 more");
        assertThat(drawn.get(1)).contains("You have 253");
        assertThat(drawn.get(2)).contains("There are more");
        assertThat(drawn).allSatisfy(text -> assertThat(text.split("\\[Use]", -1)).hasSize(11));
        assertThat(String.join("", drawn)).doesNotContain("\\u{D83D}").contains("😀…");
        noneRefusedBySlack();
    }

    @Test
    void slackT63_aLineOfAHundredThousandCharactersIsRefusedInWords() {
        // When
        engineer.compose("/consoleme x").field("text", "creds " + "x".repeat(100_000)).send();
        // Then
        assertThat(door.twin.draw(door.answer())).startsWith("command: at most 2000 characters.");
        noneRefusedBySlack();
    }

    @ParameterizedTest
    @ValueSource(ints = {1480, 1490, 1495, 1499, 1500, 1501, 1900})
    void slackT63_theCutNeverSplitsAPicture(int length) {
        // When
        String typed = "x".repeat(length % 2) + "👩‍👩‍👧".repeat(length / 8);
        engineer.compose("/consoleme x").field("text", "find " + typed).send();
        // Then
        String drawn = door.twin.draw(door.answer());
        String shown = drawn.substring(drawn.indexOf('"') + 1).replaceFirst("(\"\\.|…)$", "");
        assertThat(shown.replace("👩‍👩‍👧", "")).isEqualTo("x".repeat(length % 2));
        noneRefusedBySlack();
    }

    private void noneRefusedBySlack() {
        assertThat(door.twin.outbound().to("response_url"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.error()).isEmpty());
    }
}
