package org.consoleme.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.requests.Version;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/** Pending requests of {@code alice@example.com}, made at 2026-03-01T12:00:00.123Z. */
public final class SampleRequests {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    public static final UserId ALICE = new UserId("alice@example.com");
    public static final RoleArn ROLE = RoleArn.parse("arn:aws:iam::200000000002:role/app");

    /** Spaces and the order of keys are its own: whoever stores it keeps them. */
    public static final PolicyDocument DOCUMENT =
            PolicyDocument.parse(
                    """
                    {"Version": "2012-10-17",
                     "Statement": [{"Sid": "Logs", "Effect": "Allow", "Action": "s3:GetObject",
                       "Resource": "arn:aws:s3:::acme-logs/*"}]}""");

    public static final PolicyDocument OLDER =
            PolicyDocument.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Resource\":\"*\",\"Effect\":\"Allow\",\"Action\":[\"s3:ListAllMyBuckets\"]}]}");

    private SampleRequests() {}

    public static ChangeRequest roleForTwoHours() {
        return pending(ALICE, NOON, new Change.RoleForATime(ROLE, Duration.ofHours(2)));
    }

    public static ChangeRequest newPolicy() {
        return pending(
                ALICE, NOON, new Change.PutInlinePolicy(ROLE, "logs", DOCUMENT, Optional.empty()));
    }

    /** A policy put over another one, and one deleted. */
    public static ChangeRequest twoPolicies() {
        return pending(
                ALICE,
                NOON,
                new Change.PutInlinePolicy(ROLE, "logs", DOCUMENT, Optional.of(OLDER)),
                new Change.DeleteInlinePolicy(ROLE, "old", OLDER));
    }

    /** Undecided until a week after {@code at}. */
    public static ChangeRequest pending(UserId requester, Instant at, Change... changes) {
        RequestId id = new RequestId(UUID.randomUUID().toString());
        return new ChangeRequest(
                id,
                Version.NEW,
                requester,
                requester,
                "see ticket 17: <b>&amp; \u00fc\n'\"",
                at,
                at,
                Optional.of(Instant.ofEpochSecond(at.getEpochSecond()).plus(Duration.ofDays(7))),
                new RequestState.Pending(),
                IntStream.range(0, changes.length)
                        .mapToObj(
                                i ->
                                        new RequestedChange(
                                                id.value() + i,
                                                changes[i],
                                                new ChangeState.Open(),
                                                Optional.empty()))
                        .toList(),
                List.of(),
                List.of(),
                Optional.of("team rule"));
    }
}
