package org.consoleme.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consoleme.inventory.OneAccountRead.ACCOUNT;
import static org.consoleme.inventory.OneAccountRead.AWAY;
import static org.consoleme.inventory.OneAccountRead.AWS_POLICY;
import static org.consoleme.inventory.OneAccountRead.GROUP;
import static org.consoleme.inventory.OneAccountRead.ID;
import static org.consoleme.inventory.OneAccountRead.POLICY;
import static org.consoleme.inventory.OneAccountRead.USER;
import static org.consoleme.inventory.OneAccountRead.everyKind;
import static org.consoleme.inventory.OneAccountRead.roles;
import static org.consoleme.testing.IamObjects.role;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

/** What is no longer in an account disappears, and only after a reading that can be believed. */
class GoneFromAccountTest {
    private final OneAccountRead account = new OneAccountRead();

    @Test
    void defect11_aRoleThatIsGoneDisappearsWithTheNextCompleteReading() {
        account.reader.holds(ACCOUNT.id(), roles(3), 2);
        account.refresh();
        account.reader.holds(ACCOUNT.id(), roles(2), 2);

        RefreshAccount.Refreshed refreshed = account.refresh();

        assertThat(refreshed.removed()).isEqualTo(1);
        assertThat(account.cache.of(ACCOUNT.id())).hasSize(2);
        assertThat(account.indexes.read(ACCOUNT.id()).orElseThrow().roles()).hasSize(2);
    }

    @Test
    void defect12_usersGroupsAndPoliciesThatAreGoneDisappearToo() {
        account.reader.holds(ACCOUNT.id(), everyKind(), 5);
        account.refresh();
        account.reader.holds(ACCOUNT.id(), roles(1), 1);

        account.refresh();

        assertThat(account.cache.removed())
                .extracting(IamCache.Gone::arn)
                .containsExactlyInAnyOrder(USER, GROUP, POLICY);
        assertThat(account.cache.managedPoliciesOf(ACCOUNT.id())).isEmpty();
    }

    @Test
    void aPolicyOfAwsIsSharedSoNoAccountRemovesIt() {
        account.reader.holds(ACCOUNT.id(), everyKind(), 5);
        account.refresh();
        account.reader.holds(ACCOUNT.id(), roles(1), 1);

        account.refresh();

        assertThat(account.cache.of(ACCOUNT.id())).containsKey(AWS_POLICY);
    }

    @Test
    void aReadingThatFailsMidwayRemovesNothingAndPublishesNothing() {
        account.reader.holds(ACCOUNT.id(), roles(4), 2);
        account.refresh();
        AccountIndex before = account.indexes.read(ACCOUNT.id()).orElseThrow();
        account.clock.advance(Duration.ofHours(1));
        account.reader.holds(ACCOUNT.id(), List.of(role(ID, "r0", Map.of("x", "y"))), 1);
        account.reader.failsAfter(ACCOUNT.id(), 1, AWAY);

        assertThatThrownBy(account::refresh).isInstanceOf(ProblemException.class);

        assertThat(account.cache.of(ACCOUNT.id())).hasSize(4);
        assertThat(account.cache.removed()).isEmpty();
        assertThat(account.indexes.read(ACCOUNT.id())).contains(before);
        assertThat(account.archive.committed().get(ACCOUNT.id())).hasSize(4);
    }

    @Test
    void aReadingWithoutAnyRoleIsNotBelievedWhereThereWereRoles() {
        account.reader.holds(ACCOUNT.id(), everyKind(), 5);
        account.refresh();
        account.reader.holds(ACCOUNT.id(), everyKind().subList(1, 5), 5);

        ProblemException thrown = catchThrowableOfType(ProblemException.class, account::refresh);

        assertThat(thrown.problem()).isInstanceOf(Problem.Refused.class);
        assertThat(thrown).hasMessageContaining("no role at all, though there were roles before");
        assertThat(account.cache.of(ACCOUNT.id())).hasSize(5);
    }

    @Test
    void aNewAccountMayBeWithoutRoles() {
        account.reader.holds(ACCOUNT.id(), everyKind().subList(1, 5), 5);

        account.refresh();

        assertThat(account.indexes.read(ACCOUNT.id()).orElseThrow().roles()).isEmpty();
    }

    @Test
    void aRoleThatMayNotBeHandledIsLeftOutAndTakenAwayIfItWasThere() {
        account.reader.holds(ACCOUNT.id(), roles(2), 2);
        account.refresh();

        RefreshAccount.Refreshed refreshed =
                account.refresh(Map.of("roles.allowed_arns", "arn:aws:iam::" + ID + ":role/r1"));

        assertThat(refreshed.leftOut()).isEqualTo(1);
        assertThat(account.cache.of(ACCOUNT.id()))
                .containsOnlyKeys("arn:aws:iam::" + ID + ":role/r1");
    }

    @Test
    void aStopWishIsObeyedBeforeTheNextPage() {
        account.reader.holds(ACCOUNT.id(), roles(6), 2);
        AtomicInteger asked = new AtomicInteger();

        ProblemException thrown =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                account.useCase(Map.of())
                                        .handle(ACCOUNT, () -> asked.incrementAndGet() > 1));

        assertThat(thrown.problem()).isInstanceOf(Problem.Conflict.class);
        assertThat(account.cache.of(ACCOUNT.id())).hasSize(2);
        assertThat(account.indexes.read(ACCOUNT.id())).isEmpty();
    }
}
