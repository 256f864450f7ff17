package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.E;
import static org.consoleme.requests.RequestSamples.LIVE;
import static org.consoleme.requests.RequestSamples.approve;
import static org.consoleme.requests.RequestSamples.newPolicy;
import static org.consoleme.requests.RequestSamples.reject;

import java.time.Duration;
import java.util.List;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/** Whoever decides on what stood there before hears what is otherwise now. */
class ChangedSinceTest {
    private static final String READS = "Read to arn:aws:s3:::acme-logs/*: s3:GetObject";
    private static final String WRITES = "Write to arn:aws:s3:::acme-logs/*: s3:PutObject";

    private final RequestsFixture fixture = new RequestsFixture();

    private ChangeRequest edited(ChangeRequest request, int change, ChangeEdit edit) {
        return fixture.editing().handle(ALICE, request.id(), request.id().value() + change, edit);
    }

    private ChangeRequest edited(ChangeRequest request, PolicyDocument document) {
        return edited(request, 0, new ChangeEdit.Document(document));
    }

    private ChangeRequest edited(ChangeRequest request, Duration length) {
        return edited(request, 0, new ChangeEdit.Length(length));
    }

    /** As the approver hears it, who decides on what they were shown. */
    private List<String> heard(ChangeRequest shown) {
        Problem.Conflict conflict =
                (Problem.Conflict)
                        problem(
                                Problem.Conflict.class,
                                () ->
                                        fixture.reviewing()
                                                .handle(CAROL, shown.id(), approve(shown)));
        assertThat(conflict.reason()).isEqualTo("The request changed since you looked at it.");
        return conflict.difference();
    }

    @Test
    void slackT42_whoApprovesAnotherTextHearsWhatCameAndWhatWent() {
        ChangeRequest shown = fixture.policyAsked();
        edited(shown, E);

        assertThat(heard(shown)).containsExactly("Adds " + WRITES, "Removes " + READS);
    }

    @Test
    void whoDeniesItHearsTheSame() {
        ChangeRequest shown = fixture.policyAsked();
        edited(shown, E);

        Problem refused =
                problem(
                        Problem.Conflict.class,
                        () -> fixture.reviewing().handle(CAROL, shown.id(), reject(shown)));

        assertThat(((Problem.Conflict) refused).difference()).hasSize(2);
    }

    @Test
    void anotherLengthIsSaidInBothLengths() {
        ChangeRequest shown = fixture.roleAsked();
        edited(shown, Duration.ofMinutes(270));

        assertThat(heard(shown)).containsExactly("For 4 h 30 min instead of 2 h");
    }

    @Test
    void afterSeveralEditsTheDifferenceIsFromWhatWasShownToWhatIsThereNow() {
        ChangeRequest first = fixture.roleAsked();
        ChangeRequest second = edited(first, Duration.ofHours(3));
        edited(second, Duration.ofMinutes(45));

        assertThat(heard(first)).containsExactly("For 45 min instead of 2 h");
        assertThat(heard(second)).containsExactly("For 45 min instead of 3 h");
    }

    @Test
    void ofSeveralChangesTheOneThatWasEditedIsNamed() {
        ChangeRequest shown = fixture.opened(ALICE, newPolicy("logs"), newPolicy("more"));
        edited(shown, 1, new ChangeEdit.Document(E));

        assertThat(heard(shown))
                .containsExactly("Policy more: Adds " + WRITES, "Policy more: Removes " + READS);
    }

    @Test
    void whatTheRoleItselfGotMeanwhileIsToldApart() {
        ChangeRequest shown = fixture.policyAsked();
        fixture.policies.has(APP, "logs", LIVE);
        edited(shown, E);

        assertThat(heard(shown))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("On the role itself, meanwhile: Adds ")
                .contains("sqs:SendMessage");
    }

    @Test
    void whereOnlyTheTimeToDecideBeganAnewThatIsWhatIsSaid() {
        ChangeRequest shown = fixture.roleAsked();
        fixture.reviewing().handle(CAROL, shown.id(), reject(shown));
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.reopening().handle(CAROL, shown.id());
        String same = "It asks for the same as then, and the time to decide began anew.";
        assertThat(heard(shown)).containsExactly(same);

        // And so it is where an edit was taken back
        edited(edited(shown, Duration.ofHours(3)), Duration.ofHours(2));
        assertThat(heard(shown)).containsExactly(same);
    }

    @Test
    void aHashThatItNeverHadSaysNothing() {
        ChangeRequest request = fixture.policyAsked();
        ChangeRequest other = fixture.policyAsked();
        ChangeRequest now = edited(request, E);

        assertThat(now.changedSince(other.hash())).isEmpty();
        assertThat(now.changedSince("")).isEmpty();
        assertThat(now.changedSince(now.hash())).isEmpty();
    }

    @Test
    void theOldestContentIsForgottenFirst() {
        ChangeRequest first = fixture.roleAsked();
        ChangeRequest second = edited(first, Duration.ofMinutes(16));
        ChangeRequest now = second;
        for (int i = 1; i <= EarlierContent.MOST; i++) {
            now = edited(now, Duration.ofMinutes(16 + i));
        }

        assertThat(now.earlier()).hasSize(EarlierContent.MOST);
        assertThat(now.changedSince(first.hash())).isEmpty();
        assertThat(now.changedSince(second.hash())).containsExactly("For 36 min instead of 16 min");
    }

    @Test
    void longTextsAreForgottenBeforeTheyFillTheRow() {
        ChangeRequest now = fixture.policyAsked();
        ChangeRequest shown = now;
        for (int i = 0; i < 8; i++) {
            shown = now;
            now = edited(now, longText(i));
        }

        assertThat(
                        now.earlier().stream()
                                .map(one -> one.replaced().orElseThrow().change())
                                .mapToInt(
                                        put ->
                                                ((Change.PutInlinePolicy) put)
                                                        .document()
                                                        .text()
                                                        .length())
                                .sum())
                .isBetween(30_000, EarlierContent.MOST_CHARACTERS);
        assertThat(heard(shown)).isNotEmpty();
    }

    /** Some 9,000 characters. */
    private static PolicyDocument longText(int number) {
        String one = "arn:aws:s3:::acme-" + number + "x".repeat(1_480) + "/";
        return PolicyDocument.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\","
                        + "\"Resource\":[\""
                        + String.join("\",\"", one + 1, one + 2, one + 3, one + 4, one + 5, one + 6)
                        + "\"]}]}");
    }

    @Test
    void aDifferenceHasTwentyLinesAtMost() {
        AskedChange[] asked = new AskedChange[15];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = newPolicy("policy" + i);
        }
        ChangeRequest shown = fixture.opened(ALICE, asked);
        for (int i = 0; i < asked.length; i++) {
            edited(shown, i, new ChangeEdit.Document(E));
        }

        assertThat(heard(shown)).hasSize(20).last().isEqualTo("and 11 more");
    }
}
