package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

/** The expected texts are written by hand from AWS's grammar of policies. */
class SessionPolicyTest {
    private static final Optional<Instant> END = Optional.of(Instant.parse("2026-03-01T14:00:00Z"));
    private static final String DENY_LATER =
            "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":"
                    + "{\"DateGreaterThanEquals\":{\"aws:CurrentTime\":\"2026-03-01T14:00:00Z\"}}}";
    private static final String ALLOW_BEFORE =
            "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":"
                    + "{\"DateLessThan\":{\"aws:CurrentTime\":\"2026-03-01T14:00:00Z\"}}}";
    private static final String DENY_ELSEWHERE =
            "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{"
                    + "\"NotIpAddress\":{\"aws:SourceIp\":[\"192.0.2.0/24\",\"2001:db8::/32\"]},"
                    + "\"Bool\":{\"aws:ViaAWSService\":\"false\"},"
                    + "\"Null\":{\"aws:PrincipalTag/AWSServiceTrust\":\"true\"},"
                    + "\"StringNotLike\":{\"aws:PrincipalArn\":[\"arn:*:iam::*:role/aws:*\"]}}}";
    private static final List<String> RANGES = List.of("192.0.2.0/24", "2001:db8::/32");

    @Test
    void withoutRestrictionThereIsNone() {
        assertThat(SessionPolicy.of(List.of(), Optional.empty())).isEmpty();
    }

    @Test
    void aGrantAllowsBeforeItsEndAndDeniesFromThenOn() {
        assertThat(SessionPolicy.of(List.of(), END))
                .contains(policy(DENY_LATER + "," + ALLOW_BEFORE));
    }

    @Test
    void addressesAndEndAreOnePolicy() {
        assertThat(SessionPolicy.of(RANGES, END))
                .contains(policy(DENY_ELSEWHERE + "," + DENY_LATER + "," + ALLOW_BEFORE));
    }

    @Test
    void addressesAloneAreAsTheyWere() {
        assertThat(SessionPolicy.of(RANGES, Optional.empty()))
                .contains(
                        policy(
                                DENY_ELSEWHERE
                                        + ",{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}"));
    }

    @Test
    void theEndIsInWholeSecondsOfUtc() {
        assertThat(
                        SessionPolicy.of(
                                List.of(),
                                Optional.of(Instant.parse("2026-03-29T03:00:00.9+02:00"))))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("\"2026-03-29T01:00:00Z\""));
    }

    @Test
    void aPolicyThatStsWouldRefuseIsNotSent() {
        List<String> many = Collections.nCopies(120, "192.0.2.0/24");
        assertThatThrownBy(() -> SessionPolicy.of(many, END))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                new Problem.Refused(
                                                        "AWS", "PackedPolicyTooLarge")));
    }

    private static String policy(String statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
    }
}
