package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

/** That a grant is opened once, and what is found under its id by whoever comes again. */
abstract class GrantOpeningsContract extends GrantRemindersContract {
    @Test
    void aGrantIsFoundAsItWasOpened() {
        Grants grants = grants();
        Grant opened = open(grants, grant("g-0", ANA, END));

        assertThat(opened.revision()).isEqualTo(1);
        assertThat(grants.find(opened.id())).contains(opened);
        assertThat(opened.live(NOW)).isTrue();
        assertThat(grants.find(new GrantId("g-1"))).isEmpty();
    }

    @Test
    void openingTwiceMakesOneGrantAndSaysItOnce() {
        Grants grants = grants();
        Grant first = open(grants, grant("g-0", ANA, END));

        Grant second = open(grants, grant("g-0", ANA, NOW.plusSeconds(60), END.plusSeconds(60)));

        assertThat(second).isEqualTo(first);
        assertThat(auditedSubjects()).containsExactly("g-0");
        assertThat(outbox().due(NOW, 10))
                .extracting(OutboxEvent::kind, OutboxEvent::subject)
                .containsExactly(tuple(OutboxEvent.Kind.ANNOUNCE_GRANT, "g-0"));
    }

    @Test
    void anotherGrantUnderTheSameIdIsNoneThatWasOpenedAlready() {
        Grants grants = grants();
        Grant first = open(grants, grant("g-0", ANA, END));
        Grant otherRole =
                new Grant(
                        first.id(),
                        0,
                        first.request(),
                        ANA,
                        RoleArn.parse("arn:aws:iam::200000000002:role/admin"),
                        NOW,
                        END,
                        Optional.empty());

        for (Grant other :
                List.of(
                        grant("g-0", ANA, END.plusSeconds(60)),
                        grant("g-0", new UserId("bo@example.com"), END),
                        otherRole)) {
            assertThatThrownBy(() -> open(grants, other))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            error ->
                                    assertThat(error.problem())
                                            .isInstanceOf(Problem.Conflict.class));
        }
        assertThat(grants.find(first.id())).contains(first);
        assertThat(auditedSubjects()).containsExactly("g-0");
    }

    @Test
    void whatEndedIsNotOpenedAgainNorTakenForOpen() {
        Grants grants = grants();
        Grant revoked = open(grants, grant("g-0", ANA, END));
        grants.replace(revoked, closed(revoked, Grant.How.REVOKED, NOW), audit(revoked, NOW));
        open(grants, grant("g-1", ANA, NOW.plusSeconds(60)));

        for (Grant again :
                List.of(
                        grant("g-0", ANA, NOW.plusSeconds(5), END.plusSeconds(5)),
                        grant("g-1", ANA, NOW.plusSeconds(60), NOW.plusSeconds(120)))) {
            assertThatThrownBy(() -> open(grants, again))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            error ->
                                    assertThat(error.problem())
                                            .isEqualTo(
                                                    new Problem.Conflict(
                                                            "It ended already: ask again.")));
        }
        assertThat(auditedSubjects()).containsExactlyInAnyOrder("g-0", "g-0", "g-1");
    }
}
