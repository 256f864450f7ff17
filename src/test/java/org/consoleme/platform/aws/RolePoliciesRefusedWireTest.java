package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.platform.aws.PoliciesOfApp.APP;
import static org.consoleme.platform.aws.PoliciesOfApp.BO;
import static org.consoleme.platform.aws.PoliciesOfApp.READ;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.testing.IamStub;
import org.consoleme.testing.Problems;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS refuses, what may pass, and how long all of it may take. */
class RolePoliciesRefusedWireTest {
    private final PoliciesOfApp app = new PoliciesOfApp();
    private final IamStub stub = app.stub;
    private final SdkRolePolicies policies = app.policies;

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void policyA21_whatAwsRefusesComesWithItsWords() {
        stub.fail("PutRolePolicy", 409, "LimitExceeded", 1);

        assertThat(Problems.of(() -> policies.put(APP, "p", PolicyDocument.parse(READ), BO)))
                .isEqualTo(new Problem.Refused("AWS", "LimitExceeded: told to"));
        assertThat(stub.calls("PutRolePolicy")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throttling", "ServiceFailure", "ConcurrentModification"})
    void whatMayPassIsUnavailable(String code) {
        stub.fail("PutRolePolicy", code.equals("ServiceFailure") ? 500 : 400, code, 3);

        assertThat(Problems.of(() -> policies.put(APP, "p", PolicyDocument.parse(READ), BO)))
                .isInstanceOf(Problem.Unavailable.class);
    }

    @Test
    void aServerThatIsAwayIsUnavailable() throws IOException {
        URI nowhere;
        try (IamStub closed = new IamStub(1, 0, 1)) {
            nowhere = closed.endpoint();
        }
        try (Aws away = new Aws(nowhere, Settings.spoke("ConsoleMe"), Clock.systemUTC())) {
            assertThat(Problems.of(() -> app.through(away, Clock.systemUTC()).inline(APP, "p", BO)))
                    .isInstanceOf(Problem.Unavailable.class);
        }
    }

    @Test
    void allCallsTogetherTakeNoLongerThanTheirTime() {
        for (int i = 0; i < 20; i++) {
            stub.roles().policies(APP).put("p" + i, READ);
        }
        SettableClock clock = SettableClock.atNoon();
        Clock slow = ticking(clock, Duration.ofSeconds(2));

        assertThat(Problems.of(() -> app.by(slow).othersSize(APP, "p0", BO)))
                .isInstanceOf(Problem.Unavailable.class);

        assertThat(stub.calls("GetRolePolicy")).isLessThan(8);
    }

    /** Each look at the clock takes a while. */
    private static Clock ticking(SettableClock clock, Duration step) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                clock.advance(step);
                return clock.instant();
            }
        };
    }
}
