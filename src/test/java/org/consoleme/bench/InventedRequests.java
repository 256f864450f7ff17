package org.consoleme.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consoleme.audit.Door;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.requests.Review;
import org.consoleme.requests.Version;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/**
 * Requests of a year, the newest first: of 5,000 people for roles that {@link Rules} lets them ask
 * for, one in eight for a policy, and most of them applied long ago. Each fifth is one that
 * ConsoleMe made.
 *
 * @param roles that they are about
 * @param newest when the first was made
 */
record InventedRequests(List<RoleArn> roles, Instant newest, int count) {
    static final int PEOPLE = 5_000;

    private static final int OLDER_EVERY = 5;
    private static final int POLICY_EVERY = 8;
    private static final Duration BETWEEN = Duration.ofMinutes(5);
    private static final UserId APPROVER = new UserId("approver@example.com");
    private static final PolicyDocument DOCUMENT =
            PolicyDocument.parse(
                    """
                    {"Version": "2012-10-17", "Statement": [{"Sid": "Reports", "Effect": "Allow",
                     "Action": ["s3:GetObject", "s3:ListBucket"],
                     "Resource": ["arn:aws:s3:::acme-reports", "arn:aws:s3:::acme-reports/*"]}]}""");

    /** Of 100 requests; the rest is applied. */
    private static final int PENDING = 5;

    private static final int REJECTED = 15;
    private static final int CANCELLED = 22;
    private static final int EXPIRED = 27;
    private static final int FAILED = 29;

    static InventedRequests of(RoleUniverse universe, Instant newest, int count) {
        List<RoleArn> askable =
                IntStream.range(0, universe.accounts())
                        .mapToObj(universe::account)
                        .flatMap(account -> account.roles().stream())
                        .filter(role -> role.tags().get("cost-center").startsWith("cc-1"))
                        .map(IndexedRole::arn)
                        .toList();
        return new InventedRequests(askable, newest, count);
    }

    List<ChangeRequest> ours(int from, int to) {
        return IntStream.range(from, to)
                .filter(n -> n % OLDER_EVERY != 0)
                .mapToObj(n -> request(n, n % POLICY_EVERY == 0))
                .toList();
    }

    /** Policies all of them: ConsoleMe knows nothing of roles for a time. */
    List<ChangeRequest> consoleMes(int from, int to) {
        return IntStream.range(from, to)
                .filter(n -> n % OLDER_EVERY == 0)
                .mapToObj(n -> request(n, true))
                .toList();
    }

    /** Roles for a time that wait for a decision. */
    List<ChangeRequest> undecided() {
        return IntStream.range(0, count)
                .filter(n -> n % OLDER_EVERY != 0 && n % POLICY_EVERY != 0)
                .filter(n -> share(n) < PENDING)
                .mapToObj(n -> request(n, false))
                .toList();
    }

    private static int share(int n) {
        return Math.floorMod(n * 0x9E3779B1, 100);
    }

    private ChangeRequest request(int n, boolean policy) {
        String id =
                UUID.nameUUIDFromBytes(("request " + n).getBytes(StandardCharsets.UTF_8))
                        .toString();
        RoleArn role = roles.get(Math.floorMod(n * 31, roles.size()));
        Change change =
                policy
                        ? new Change.PutInlinePolicy(
                                role, "reports-" + n, DOCUMENT, Optional.empty())
                        : new Change.RoleForATime(role, Duration.ofHours(2));
        UserId requester = new UserId(RoleUniverse.person(n % PEOPLE));
        Instant made = newest.minus(BETWEEN.multipliedBy(n));
        Instant decided = made.plus(Duration.ofMinutes(30));
        RequestState state = state(share(n), requester, decided);
        boolean pending = state instanceof RequestState.Pending;
        ChangeRequest open =
                new ChangeRequest(
                        new RequestId(id),
                        Version.NEW,
                        requester,
                        requester,
                        "ticket " + n + ": the monthly reports are missing",
                        made,
                        pending ? made : decided,
                        Optional.of((pending ? newest : made).plus(Duration.ofDays(7))),
                        state,
                        List.of(
                                new RequestedChange(
                                        id + 0, change, change(state, decided), Optional.empty())),
                        List.of(),
                        List.of(),
                        Optional.of("some cost centers"));
        return pending ? open : reviewed(open, decided);
    }

    private static RequestState state(int share, UserId requester, Instant at) {
        if (share < PENDING) {
            return new RequestState.Pending();
        } else if (share < REJECTED) {
            return new RequestState.Rejected(APPROVER, at, "not this month");
        } else if (share < CANCELLED) {
            return new RequestState.Cancelled(requester, at);
        } else if (share < EXPIRED) {
            return new RequestState.Expired(at);
        }
        return share < FAILED ? new RequestState.Failed(at) : new RequestState.Applied(at);
    }

    private static ChangeState change(RequestState state, Instant at) {
        return switch (state) {
            case RequestState.Applied _ -> new ChangeState.Applied(at);
            case RequestState.Failed _ -> new ChangeState.Failed(at, "AWS said AccessDenied");
            default -> new ChangeState.Open();
        };
    }

    private static ChangeRequest reviewed(ChangeRequest request, Instant at) {
        Review.Verdict verdict =
                request.state() instanceof RequestState.Rejected
                        ? Review.Verdict.REJECTED
                        : Review.Verdict.APPROVED;
        Review review =
                new Review(
                        APPROVER,
                        at,
                        Door.WEB,
                        verdict,
                        request.hash(),
                        Set.of(request.changes().getFirst().id()),
                        Optional.of("not this month"),
                        "some cost centers");
        return new ChangeRequest(
                request.id(),
                request.version(),
                request.requester(),
                request.beneficiary(),
                request.justification(),
                request.requestedAt(),
                request.lastUpdated(),
                request.expiresAt(),
                request.state(),
                request.changes(),
                List.of(review),
                request.comments(),
                request.rule());
    }
}
