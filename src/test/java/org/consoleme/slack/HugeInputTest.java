package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.testing.Roles.role;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.SeenRequest;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.modal.Option;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Very much text: what Slack has no room for is cut, and is whole on the console. */
class HugeInputTest {
    /** Four people and the joiners between them: one character to who reads it, eleven units. */
    private static final String FAMILY =
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    /** Of a piece of text on a card, before which stands a quotation mark. */
    private static final int SHOWN = 1500;

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    private ChangeRequest ask(String reason, AskedChange change) {
        ChangeRequest asked =
                door.core
                        .open
                        .handle(door.callerOf(SlackDoor.ENGINEER), RequestDraft.of(reason, change))
                        .request();
        door.deliver();
        return asked;
    }

    private static AskedChange hidden() {
        return new AskedChange.Role(
                RoleArn.parse("arn:aws:iam::200000000002:role/hidden"), Duration.ofHours(1));
    }

    private void nothingRefusedBySlack() {
        assertThat(door.twin.outbound().all())
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.error()).isEmpty());
    }

    private ChangeRequest onTheConsole(ChangeRequest request) {
        assertThat(door.card().blocks().toString())
                .contains(SlackDoor.PAGE + "/requests/" + request.id());
        return ((SeenRequest.Ours)
                        door.core
                                .look
                                .handle(door.callerOf(SlackDoor.ENGINEER), request.id())
                                .seen())
                .request();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 11, 12})
    void slackT63_aLongReasonIsCutBeforeTheCharacterThatHasNoRoom(int unitsWithin) {
        // Given
        String before = "x".repeat(SHOWN - 1 - unitsWithin);
        String reason = before + FAMILY + "y".repeat(2000);
        // When
        ChangeRequest request = ask(reason, hidden());
        // Then
        String shown = before + (unitsWithin > FAMILY.length() ? FAMILY : "");
        assertThat(door.twin.draw(door.card()))
                .contains("“" + shown + "…", "and more of the reason: look closer")
                .doesNotContain("y”");
        assertThat(onTheConsole(request).justification()).isEqualTo(reason);
        nothingRefusedBySlack();
    }

    /** Each is one unit, and shown as eight. */
    @ParameterizedTest
    @ValueSource(ints = {180, 190})
    void slackT63_aReasonThatIsLongOnlyAsShownSaysThatThereIsMoreOfIt(int invisible) {
        ask("x" + "\u200B".repeat(invisible), hidden());
        assertThat(door.twin.draw(door.card()).contains("and more of the reason: look closer"))
                .isEqualTo(1 + 8 * invisible + "“”".length() > SHOWN);
        nothingRefusedBySlack();
    }

    @ParameterizedTest
    @ValueSource(ints = {6_144, 10_240})
    void slackT63_aLongPolicyIsToldInSixLinesAndDecidedOnTheConsole(int length) {
        // Given
        PolicyDocument document = PolicyDocument.parse(policy(length));
        // When
        ChangeRequest request =
                ask(
                        "x",
                        new AskedChange.NewPolicy(
                                RoleArn.parse(SlackDoor.READER), Optional.of("logs"), document));
        // Then
        List<String> lines = door.twin.draw(door.card()).lines().toList();
        int first = indexOf(lines, "Gives");
        int last = indexOf(lines, "more lines: look closer");
        assertThat(lines.subList(first, last + 1).stream().filter(l -> !l.isBlank())).hasSize(6);
        assertThat(lines).anyMatch(line -> line.contains("[Approve in console…]"));
        assertThat(onTheConsole(request).changes().getFirst().change())
                .isInstanceOfSatisfying(
                        Change.PutInlinePolicy.class,
                        put -> assertThat(put.document()).isEqualTo(document));
        nothingRefusedBySlack();
    }

    @ParameterizedTest
    @ValueSource(ints = {10_400, 60_000})
    void slackT63_aPolicyThatAwsWouldNotTakeIsNoRequest(int length) {
        // Given
        AskedChange change =
                new AskedChange.NewPolicy(
                        RoleArn.parse(SlackDoor.READER),
                        Optional.of("logs"),
                        PolicyDocument.parse(policy(length)));
        // When, Then
        assertThatThrownBy(() -> ask("x", change)).hasMessageContaining("AWS takes 10240");
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(door.twin.outbound().to("chat.postMessage")).isEmpty();
    }

    private static int indexOf(List<String> lines, String words) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " not in " + lines));
    }

    /** Many statements, of so many characters together. */
    private static String policy(int length) {
        String begin = "{\"Version\":\"2012-10-17\",\"Statement\":[";
        StringBuilder text = new StringBuilder(begin);
        for (int i = 0; text.length() < length - 300; i++) {
            text.append("{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":")
                    .append("\"arn:aws:s3:::bucket-")
                    .append(i)
                    .append("/*\"},");
        }
        text.append(
                "{\"Effect\":\"Allow\",\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::");
        String end = "\"}]}";
        return text.append("b".repeat(length - text.length() - end.length()))
                .append(end)
                .toString();
    }

    @Test
    void slackT63_twoHundredAndFiftyRolesAreMoreThanAnAnswerHolds() {
        // Given
        door.publish(
                "200000000002",
                IntStream.range(0, 250)
                        .mapToObj(
                                i ->
                                        role(
                                                "arn:aws:iam::200000000002:role/%03d%s"
                                                        .formatted(i, "r".repeat(61)),
                                                Set.of("finops"),
                                                Set.of()))
                        .toArray(IndexedRole[]::new));
        // When
        engineer.type("/consoleme creds");
        // Then
        assertThat(door.answer().blocks().size()).isBetween(2, 50);
        nothingRefusedBySlack();
    }

    @Test
    void slackT63_anOptionOfMoreThanSeventyFiveCharactersIsCut() {
        // Given
        door.accounts(InMemoryAccounts.account("200000000002", "a".repeat(50)));
        String name = "hidden" + "n".repeat(58);
        door.publish(
                "200000000002",
                role("arn:aws:iam::200000000002:role/" + name, Set.of("security"), Set.of()));
        engineer.type("/consoleme request");
        SlackView form = door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
        // When
        List<Option> options = engineer.suggest(form, "role", "hidden");
        // Then
        assertThat(options)
                .singleElement()
                .satisfies(
                        option ->
                                assertThat(option.text())
                                        .startsWith(name)
                                        .hasSizeLessThanOrEqualTo(75)
                                        .endsWith("…"));
        nothingRefusedBySlack();
    }
}
