package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.Roles.role;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.blocks.BlockKitLimits;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.modal.Option;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More rows, letters and choices than Slack has room for. */
class FullMessagesTest {
    private static final String ACCOUNT = "200000000002";
    private static final String KEY = "\uD83D\uDD11";

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    private static String arn(int number) {
        return "arn:aws:iam::" + ACCOUNT + ":role/wanted-%03d".formatted(number);
    }

    private void roles(int number) {
        door.publish(
                ACCOUNT,
                IntStream.range(0, number)
                        .mapToObj(i -> role(arn(i), Set.of("security"), Set.of()))
                        .toArray(IndexedRole[]::new));
    }

    private ChangeRequest ask(int number) {
        return door.core
                .open
                .handle(
                        door.callerOf(SlackDoor.ENGINEER),
                        RequestDraft.of(
                                "INC-" + number,
                                new AskedChange.Role(
                                        RoleArn.parse(arn(number)), Duration.ofHours(1))))
                .request();
    }

    private void granted(int number) {
        ChangeRequest request = ask(number);
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                request.id(),
                new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
    }

    private void fits(Message message) {
        assertThat(message.blocks().size()).isLessThanOrEqualTo(50);
        assertThat(BlockKitLimits.total(message.blocks()))
                .isLessThanOrEqualTo(BlockKitLimits.TOTAL);
        assertThat(door.twin.outbound().all())
                .isNotEmpty()
                .extracting(OutboundCall::error)
                .containsOnly("");
    }

    @Test
    void slackT63_oneWhoHasAndAskedForMoreThanFiftyRowsSeesTheLatestAndTheWayToTheRest() {
        // Given
        roles(60);
        IntStream.range(0, 30).forEach(this::granted);
        door.core.deliver();
        IntStream.range(30, 60).forEach(this::ask);
        door.audit.clear();
        // When
        engineer.type("/consoleme mine");
        // Then
        Message answer = door.answer();
        fits(answer);
        assertThat(door.twin.draw(answer))
                .contains("And 22 more roles.", "[My grants]", "And older requests.")
                .doesNotContain("There is more than fits here");
        assertThat(door.audit.events()).isEmpty();
    }

    /** Words of thousands of letters: who sees a button must see what it is for. */
    @ParameterizedTest
    @ValueSource(ints = {1300, 1400, 1500, 4000})
    void slackT63_noButtonStandsWithoutItsWordsAndThatThereIsMoreIsSaid(int letters) {
        // Given
        roles(8);
        door.accounts(InMemoryAccounts.account(ACCOUNT, KEY.repeat(letters / 2)));
        IntStream.range(0, 4).forEach(this::granted);
        door.core.deliver();
        IntStream.range(4, 8).forEach(this::ask);
        // When
        IntStream.range(0, 8).forEach(this::ask);
        engineer.type("/consoleme mine");
        // Then
        Message answer = door.answer();
        fits(answer);
        List<String> types = new ArrayList<>();
        for (JsonNode block : answer.blocks()) {
            types.add(block.path("type").asText());
        }
        assertThat(String.join(" ", types)).doesNotContain("actions actions");
        assertThat(door.twin.draw(answer))
                .containsPattern(
                        "There is more than fits here: see the console.\n"
                                + "\\[All my requests\\]\\(\\S+/requests\\?mine=true\\)$");
    }

    @Test
    void slackT63_theMenuOffersAHundredOfTwoHundredAndFiftyRolesAndSaysThatThereAreMore() {
        // Given
        roles(250);
        engineer.type("/consoleme request");
        SlackView form = door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
        // When
        List<Option> options = engineer.suggest(form, "role", "wanted");
        // Then
        assertThat(options).hasSize(100);
        assertThat(options.getLast().text()).contains("there are more");
        assertThat(engineer.suggest(form, "role", "wanted-249")).hasSize(1);
    }

    /** Of 76 letters with the account, the last but one a picture; and of one less and more. */
    @ParameterizedTest
    @ValueSource(ints = {52, 53, 54, 55})
    void slackT63_theFormOpensWithAChosenRoleWhoseNameHasNoRoom(int letters) {
        // Given
        String name = "w".repeat(letters);
        String account = "x".repeat(15) + KEY.repeat(5);
        door.accounts(InMemoryAccounts.account(ACCOUNT, account));
        door.publish(
                ACCOUNT, role("arn:aws:iam::" + ACCOUNT + ":role/" + name, Set.of(), Set.of()));
        // When
        engineer.type("/consoleme request " + name);
        // Then
        SlackView form = door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
        door.node.threads.await();
        String chosen =
                form.blocks()
                        .path(0)
                        .path("element")
                        .path("initial_option")
                        .path("text")
                        .path("text")
                        .asText();
        assertThat(chosen).startsWith(name).hasSizeLessThanOrEqualTo(75).endsWith("…");
        assertThat(chosen.replace(KEY, "")).doesNotContainPattern("[\\x{D800}-\\x{DFFF}]");
        assertThat(door.twin.outbound().to("views.open"))
                .extracting(OutboundCall::error)
                .containsExactly("");
        assertThat(engineer.suggest(form, "role", name))
                .singleElement()
                .satisfies(option -> assertThat(option.text()).isEqualTo(chosen));
    }
}
