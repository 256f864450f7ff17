package org.consoleme.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Proof;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/** People who ask. */
public final class Callers {
    private Callers() {}

    /** Signed in to the console at 2026-03-01T12:00:00Z. */
    public static Caller web(String user, String... groups) {
        return new Caller(
                new UserId(user),
                Arrays.stream(groups).map(GroupName::new).collect(Collectors.toSet()),
                Proof.WEB_SESSION,
                Instant.parse("2026-03-01T12:00:00Z"),
                new Origin(user, Door.WEB, "request-1", Optional.of("192.0.2.1")));
    }
}
