package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consoleme.requests.OneNode.ALICE;
import static org.consoleme.requests.OneNode.E;

import java.util.Optional;
import java.util.Set;
import org.consoleme.requests.ChangeEdit;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.OneNode;
import org.consoleme.web.errors.AnswerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ConsoleMe's clients hear who decide on what was edited since. */
class ShownDifferenceTest {
    private final OneNode node = new OneNode();
    private final ChangeRequest shown = node.onePolicy();
    private ChangeRequest now;

    @BeforeEach
    void edit() {
        now =
                node.editing()
                        .handle(
                                ALICE,
                                shown.id(),
                                shown.changes().getFirst().id(),
                                new ChangeEdit.Document(E));
    }

    private Object difference(Command.Seen seen) {
        AnswerException refused =
                catchThrowableOfType(
                        AnswerException.class, () -> Shown.hash(now, now.open(), seen));
        assertThat(refused.answer().status()).isEqualTo(409);
        return refused.answer().more().get("difference");
    }

    @Test
    void policyL18_theHashOfAnEarlierTextIsAnsweredWithTheDifference() {
        assertThat(difference(new Command.Seen(Optional.of(shown.hash()), Optional.empty())))
                .isEqualTo(now.changedSince(shown.hash()));
        assertThat(now.changedSince(shown.hash())).hasSize(2);
    }

    @Test
    void whoNamesNothingHearsWhatIsOtherwiseThanItWasMade() {
        assertThat(difference(new Command.Seen(Optional.empty(), Optional.empty())))
                .isEqualTo(now.changedSince(shown.hash()));
    }

    @Test
    void theHashOfNowDecides() {
        assertThat(
                        Shown.hash(
                                now,
                                Set.copyOf(now.open()),
                                new Command.Seen(Optional.of(now.hash()), Optional.empty())))
                .isEqualTo(now.hash());
    }
}
