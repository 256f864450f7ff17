package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.DAN;
import static org.consoleme.requests.RequestSamples.E;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.AskedFor;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

/** That too few could approve is said before anybody waits for it, as far as it is known. */
class EnoughApproversTest {
    private final RequestsFixture node = new RequestsFixture();

    private void needed(int needed, String approvers) {
        node.configure(
                """
                approval_rules:
                - {name: some, match: {}, who_may_ask: [everybody], needed: %d, approvers: [%s]}
                """
                        .formatted(needed, approvers));
    }

    private void people(String... names) {
        for (String name : names) {
            node.signIns.remember(new UserId(name), Set.of(), node.clock.instant());
        }
    }

    private String refused(Runnable step) {
        String sentence = problem(Problem.Conflict.class, step).sentence();
        node.denied("NobodyDecides");
        return sentence;
    }

    private void ask(Caller caller) {
        node.opened(caller, new AskedChange.Role(APP, Duration.ofHours(1)));
    }

    private ChangeRequest edit(Caller caller, ChangeRequest request) {
        return node.editing()
                .handle(caller, request.id(), request.id().value() + 0, new ChangeEdit.Document(E));
    }

    @Test
    void whereTwoAreNeededTheAskerIsNoneOfThem() {
        needed(2, "Alice+x@example.com, carol@example.com");
        people("carol@example.com");

        assertThat(refused(() -> ask(ALICE)))
                .isEqualTo(
                        "This could not be approved: 2 people have to, and only 1 could who"
                                + " neither asks for it, nor wrote it, nor gets it.");
        ask(DAN);
    }

    @Test
    void norIsTheOneWhomItIsFor() {
        needed(2, "carol@example.com, dan@example.com");
        people("carol@example.com", "dan@example.com");

        refused(
                () ->
                        node.opening()
                                .handle(
                                        ALICE,
                                        new RequestDraft(
                                                List.of(
                                                        new AskedChange.Role(
                                                                APP, Duration.ofHours(1))),
                                                Optional.of(DAN.user()),
                                                "for dan",
                                                false,
                                                Optional.empty(),
                                                false)));
    }

    @Test
    void twoSpellingsOfOneApproverAreOne() {
        needed(2, "carol@example.com, Carol+two@example.com");
        people("carol@example.com", "carol+two@example.com");

        refused(() -> ask(ALICE));
    }

    @Test
    void aNameThatMayBeAGroupsIsAsManyAsItTakes() {
        needed(2, "alice@example.com, admins@example.com");

        ask(ALICE);
    }

    @Test
    void itIsSaidBeforeOneAsks() {
        needed(2, "carol@example.com");
        people("carol@example.com");

        assertThat(
                        node.governing()
                                .handle(ALICE, AskedFor.Kind.ROLE, APP, Optional.empty())
                                .nobody())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("only 1 could"));
    }

    @Test
    void whoeverEditsItIsNoneOfThem() {
        needed(1, "carol@example.com");
        people("carol@example.com");
        ChangeRequest request = node.policyAsked();

        assertThat(refused(() -> edit(CAROL, request))).startsWith("Nobody could approve this");
        assertThat(node.now(request)).isEqualTo(request);
    }

    @Test
    void norIsAnybodyWhoEverEditedIt() {
        needed(1, "carol@example.com, dan@example.com");
        people("carol@example.com", "dan@example.com");
        ChangeRequest request = node.policyAsked();
        edit(CAROL, request);
        node.trail.clear();

        refused(
                () ->
                        node.editing()
                                .handle(
                                        DAN,
                                        request.id(),
                                        request.id().value() + 0,
                                        new ChangeEdit.Document(RequestSamples.LIVE)));
    }

    @Test
    void aRequesterWhoMayBypassApprovalStillCanWhenSomebodyElseEditedIt() {
        RequestsFixture bypass = bypassing("carol@example.com");

        ChangeRequest edited = carolAsksAndDanEdits(bypass);

        assertThat(bypass.approved(CAROL, edited).state())
                .isInstanceOf(RequestState.Approved.class);
    }

    @Test
    void ofTwoWhoseOwnItIsEachWhoMayBypassCounts() {
        RequestsFixture bypass = bypassing("carol@example.com", "dan@example.com");

        carolAsksAndDanEdits(bypass, "needed: 2, approvers: [carol@example.com, dan@example.com]");
    }

    @Test
    void whoIsInTheListAndNotAmongThoseWhoDecideCountsForNothing() {
        RequestsFixture bypass = bypassing("alice@example.com", "dan@example.com");

        problem(Problem.Conflict.class, () -> carolAsksAndDanEdits(bypass));
    }

    @Test
    void aNameInTheListThatMayBeAGroupsMayBeTheRequesters() {
        carolAsksAndDanEdits(bypassing("break-glass"));
    }

    private static ChangeRequest carolAsksAndDanEdits(RequestsFixture node) {
        return carolAsksAndDanEdits(node, "approvers: [carol@example.com]");
    }

    /** Everybody in it has signed in once, so they are people and no groups. */
    private static ChangeRequest carolAsksAndDanEdits(RequestsFixture node, String rule) {
        for (String name : List.of("alice", "carol", "dan")) {
            node.signIns.remember(
                    new UserId(name + "@example.com"), Set.of(), node.clock.instant());
        }
        ChangeRequest request = node.opened(CAROL, RequestSamples.newPolicy("logs"));
        node.configure(
                "approval_rules: [{name: some, match: {}, who_may_ask: [everybody], "
                        + rule
                        + "}]");
        return node.editing()
                .handle(DAN, request.id(), request.id().value() + 0, new ChangeEdit.Document(E));
    }

    private static RequestsFixture bypassing(String... names) {
        return new RequestsFixture(
                "requests: {may_bypass_approval: [" + String.join(", ", names) + "]}");
    }
}
