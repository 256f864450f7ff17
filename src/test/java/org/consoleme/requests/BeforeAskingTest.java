package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.RequestsFixture.ALICE;
import static org.consoleme.requests.RequestsFixture.APP;
import static org.consoleme.requests.RequestsFixture.BOB;
import static org.consoleme.requests.RequestsFixture.CAROL;
import static org.consoleme.requests.RequestsFixture.D;
import static org.consoleme.requests.RequestsFixture.LIVE;
import static org.consoleme.requests.RequestsFixture.problem;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.access.Grant;
import org.consoleme.identity.Caller;
import org.consoleme.policies.Risk;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

/** What is said before anybody asks, and asking again for what one has. */
class BeforeAskingTest {
    private static final Caller STRANGER = Callers.web("eve@example.com");
    private final RequestsFixture node = new RequestsFixture();

    @Test
    void whoDecidesAndForHowLongIsKnownBeforeOneAsks() {
        WhatGoverns.Governing governing =
                node.governing().handle(ALICE, AskedFor.Kind.ROLE, APP, Optional.empty());

        assertThat(governing.rule().name()).isEqualTo("team decides");
        assertThat(governing.rule().maxDuration()).isEqualTo(Duration.ofHours(8));
        assertThat(governing.approvers()).containsExactly("team");
        assertThat(governing.nobody()).isEmpty();
        assertThat(node.trail.events()).as("looking leaves no row").isEmpty();
    }

    @Test
    void aRoleThatOneMayNotAskForLooksAsIfItWereNotThere() {
        problem(
                Problem.NotFound.class,
                () -> node.governing().handle(STRANGER, AskedFor.Kind.ROLE, APP, Optional.empty()));
    }

    @Test
    void theEditorSeesWhatThePolicyMakesDifferentAndItsSize() {
        CheckDraft.Checked checked = node.checking().handle(ALICE, APP, Optional.of("existing"), D);

        assertThat(checked.before()).contains(LIVE);
        assertThat(checked.difference().orElseThrow().lines()).isNotEmpty();
        assertThat(checked.size().orElseThrow().document()).isEqualTo(D.countedSize());
        assertThat(checked.risk()).isEqualTo(Risk.LOW);
    }

    @Test
    void askingAgainMakesARequestOfItsOwnAndMovesNoEnd() {
        ChangeRequest first = node.roleAsked();
        node.approved(CAROL, first);
        node.deliver();
        Grant grant = node.grants.of(ALICE.user(), 10).getFirst();

        OpenedRequest again =
                node.extending()
                        .handle(
                                ALICE,
                                grant.id(),
                                Duration.ofHours(1),
                                "not done yet",
                                Optional.of("key"));

        assertThat(again.request().id()).isNotEqualTo(first.id());
        assertThat(again.request().state()).isInstanceOf(RequestState.Pending.class);
        assertThat(node.grants.find(grant.id()).orElseThrow().end()).isEqualTo(grant.end());
        problem(Problem.NotFound.class, () -> extended(BOB, grant.id()));
        problem(Problem.NotFound.class, () -> extended(ALICE, new GrantId("nosuch")));
    }

    private void extended(Caller caller, GrantId grant) {
        node.extending().handle(caller, grant, Duration.ofHours(1), "please", Optional.empty());
    }
}
