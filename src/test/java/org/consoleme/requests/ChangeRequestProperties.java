package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consoleme.audit.Door;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SampleRequests;

/** Whatever is commanded in whatever order, a request stays in a state that makes sense. */
class ChangeRequestProperties {
    private static final RoleArn ROLE = SampleRequests.ROLE;
    private static final List<UserId> PEOPLE =
            List.of(
                    new UserId("bo@example.com"),
                    new UserId("Bo+1@example.com"),
                    new UserId("carol@example.com"),
                    new UserId("dan@example.com"));

    /** What is done, to which change, by whom, with the hash of now or of before. */
    record Command(String name, int change, int person, boolean stale) {}

    @Provide
    Arbitrary<List<Command>> commands() {
        Arbitrary<Command> one =
                Combinators.combine(
                                Arbitraries.of(
                                        "approve",
                                        "approve",
                                        "approve one",
                                        "reject",
                                        "edit",
                                        "cancel change",
                                        "cancel",
                                        "expire",
                                        "reopen",
                                        "comment",
                                        "begin",
                                        "begin",
                                        "applied",
                                        "failed",
                                        "put off",
                                        "retry"),
                                Arbitraries.integers().between(0, 1),
                                Arbitraries.integers().between(0, 3),
                                Arbitraries.of(false, false, false, true))
                        .as(Command::new);
        return one.list().ofMaxSize(40);
    }

    @Property(tries = 500)
    void noCommandsLeadToAnIllegalState(
            @ForAll("commands") List<Command> commands, @ForAll("needed") int needed) {
        ChangeRequest request = SampleRequests.twoPolicies();
        String staleHash = "none";
        Instant at = SampleRequests.NOON;
        for (Command command : commands) {
            at = at.plusSeconds(61);
            ChangeRequest before = request;
            try {
                request = done(request, command, staleHash, needed, at);
            } catch (ProblemException e) {
                assertThat(e.problem()).isInstanceOf(Problem.Conflict.class);
            }
            makesSense(before, request, needed);
            if (!request.hash().equals(before.hash())) {
                staleHash = before.hash();
            }
        }
    }

    @Provide
    Arbitrary<Integer> needed() {
        return Arbitraries.integers().between(1, 3);
    }

    private static ChangeRequest done(
            ChangeRequest request, Command command, String staleHash, int needed, Instant at) {
        String id = request.changes().get(command.change()).id();
        UserId by = PEOPLE.get(command.person());
        String hash = command.stale() ? staleHash : request.hash();
        return switch (command.name()) {
            case "approve" ->
                    request.reviewed(
                            review(by, at, Review.Verdict.APPROVED, hash, request.open()), needed);
            case "approve one" ->
                    request.reviewed(
                            review(by, at, Review.Verdict.APPROVED, hash, Set.of(id)), needed);
            case "reject" ->
                    request.reviewed(
                            review(by, at, Review.Verdict.REJECTED, hash, request.open()), needed);
            case "edit" -> request.edited(id, other(at), by, at, at.plus(Duration.ofDays(7)));
            case "cancel change" -> request.changeCancelled(id, by, at);
            case "cancel" -> request.cancelled(by, at);
            case "expire" -> request.expired(at);
            case "reopen" -> request.reopened(at, at.plus(Duration.ofDays(7)));
            case "comment" -> request.commented(Comment.of(by, at, "hm"));
            case "begin" -> request.outcome(id, new ChangeState.Applying(1, at), at);
            case "applied" -> request.outcome(id, new ChangeState.Applied(at), at);
            case "failed" -> request.outcome(id, new ChangeState.Failed(at, "no"), at);
            case "put off" -> request.outcome(id, new ChangeState.Approved(at), at);
            case "retry" -> request.retried(at);
            default -> throw new IllegalArgumentException(command.name());
        };
    }

    private static Review review(
            UserId by, Instant at, Review.Verdict verdict, String hash, Set<String> changes) {
        return new Review(by, at, Door.WEB, verdict, hash, changes, Optional.empty(), "rule");
    }

    private static Change other(Instant at) {
        return new Change.PutInlinePolicy(
                ROLE,
                "logs",
                PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"At"
                                + at.getEpochSecond()
                                + "\",\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}"),
                Optional.empty());
    }

    private static void makesSense(ChangeRequest before, ChangeRequest after, int needed) {
        boolean closed = after.closedAt().isPresent();
        for (RequestedChange change : after.changes()) {
            ChangeState was = before.change(change.id()).state();
            ChangeState is = change.state();
            if (closed) {
                assertThat(is).isInstanceOfAny(ChangeState.Open.class, ChangeState.Cancelled.class);
            }
            if (was instanceof ChangeState.Applied) {
                assertThat(is).isEqualTo(was);
            }
            if (is instanceof ChangeState.Approved && was.open()) {
                assertThat(Reviewing.approvals(after).map(Review::by).distinct().count())
                        .isGreaterThanOrEqualTo(needed);
            }
            if (is instanceof ChangeState.Applied && !(was instanceof ChangeState.Applied)) {
                assertThat(was).isInstanceOf(ChangeState.Applying.class);
            }
            if (is instanceof ChangeState.Applying && !(was instanceof ChangeState.Applying)) {
                assertThat(was).isInstanceOf(ChangeState.Approved.class);
            }
        }
        boolean waits = after.changes().stream().anyMatch(change -> change.state().open());
        assertThat(after.state() instanceof RequestState.Pending).isEqualTo(waits && !closed);
        if (after.state() instanceof RequestState.Applied) {
            assertThat(after.changes()).allMatch(change -> change.state().ended());
        }
        assertThat(after.reviews().subList(0, before.reviews().size())).isEqualTo(before.reviews());
        assertThat(after.comments().subList(0, before.comments().size()))
                .isEqualTo(before.comments());
        if (!after.hash().equals(before.hash())) {
            assertThat(Reviewing.approvals(after)).isEmpty();
            assertThat(after.changedSince(before.hash())).isNotEmpty();
        }
    }

    @Property
    void anotherContentIsAnotherHash(
            @ForAll("contents") ChangeRequest one, @ForAll("contents") ChangeRequest other) {
        boolean same =
                one.changes().equals(other.changes())
                        && one.beneficiary().equals(other.beneficiary())
                        && one.expiresAt().equals(other.expiresAt());
        assertThat(one.hash().equals(other.hash())).isEqualTo(same);
        assertThat(one.commented(Comment.of(PEOPLE.getFirst(), Instant.EPOCH, "x")).hash())
                .isEqualTo(one.hash());
    }

    @Provide
    Arbitrary<ChangeRequest> contents() {
        ChangeRequest request = SampleRequests.newPolicy();
        Arbitrary<Change> puts =
                Combinators.combine(
                                Arbitraries.of("a", "ab", "1:a"),
                                Arbitraries.of(SampleRequests.DOCUMENT, SampleRequests.OLDER),
                                Arbitraries.of(
                                        Optional.<PolicyDocument>empty(),
                                        Optional.of(SampleRequests.DOCUMENT),
                                        Optional.of(SampleRequests.OLDER)))
                        .as(
                                (name, document, replaced) ->
                                        new Change.PutInlinePolicy(ROLE, name, document, replaced));
        Arbitrary<Change> deletes =
                Arbitraries.of("a", "ab")
                        .map(
                                name ->
                                        new Change.DeleteInlinePolicy(
                                                ROLE, name, SampleRequests.OLDER));
        Arbitrary<Change> roles =
                Arbitraries.of(15, 60)
                        .map(minutes -> new Change.RoleForATime(ROLE, Duration.ofMinutes(minutes)));
        return Combinators.combine(
                        Arbitraries.oneOf(puts, deletes, roles),
                        Arbitraries.of("bo@example.com", "dan@example.com"),
                        Arbitraries.of(0, 60))
                .as(
                        (change, beneficiary, later) ->
                                new ChangeRequest(
                                        request.id(),
                                        Version.NEW,
                                        request.requester(),
                                        new UserId(beneficiary),
                                        request.justification(),
                                        request.requestedAt(),
                                        request.lastUpdated(),
                                        request.expiresAt().map(end -> end.plusSeconds(later)),
                                        request.state(),
                                        List.of(
                                                new RequestedChange(
                                                        request.id().value() + 0,
                                                        change,
                                                        new ChangeState.Open(),
                                                        Optional.empty())),
                                        List.of(),
                                        List.of(),
                                        Optional.empty()));
    }
}
