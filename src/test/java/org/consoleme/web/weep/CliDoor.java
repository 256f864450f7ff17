package org.consoleme.web.weep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.GroupsFixture;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.identity.Revocations;
import org.consoleme.identity.Sessions;
import org.consoleme.platform.jwt.HmacTokens;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;
import org.consoleme.testing.FakeRequest;
import org.consoleme.testing.Problems;
import org.consoleme.testing.SettableClock;
import org.consoleme.web.ClientAddress;
import org.consoleme.web.WebSettings;

/** Callers of weep at noon, as the configuration of a test knows them. */
final class CliDoor {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final UserId ALICE = new UserId("alice@example.com");
    static final java.util.Set<GroupName> DEVS = java.util.Set.of(new GroupName("devs"));

    final SettableClock clock = new SettableClock(NOON);
    final InMemorySignIns signIns = new InMemorySignIns();
    final MapConfiguration configuration =
            MapConfiguration.empty()
                    .with("jwt_secret", "a-secret-for-tests-of-at-least-32-bytes")
                    .with("auth.trusted_proxies", List.of("10.0.0.0/8"));
    final IdentitySettings settings = IdentitySettings.from(configuration);
    final Sessions sessions =
            new Sessions(
                    new HmacTokens(settings, clock),
                    new Revocations(new InMemoryEphemeral(clock), clock),
                    settings,
                    clock);

    void withSubjectHeaders() {
        configuration
                .with("auth.require_mtls", true)
                .with("cli_auth.required_headers", List.of(Map.of("verified", (Object) "SUCCESS")))
                .with("cli_auth.subject_header", "subject")
                .with("cli_auth.not_before_header", "since");
    }

    static FakeRequest certificate(String peer, String subject) {
        return unverified(peer, subject).header("verified", "SUCCESS");
    }

    static FakeRequest unverified(String peer, String subject) {
        return new FakeRequest("/", peer)
                .header("subject", subject)
                .header("since", Long.toString(NOON.minus(Duration.ofDays(1)).getEpochSecond()));
    }

    String weep() {
        return sessions.weep(ALICE, "id", NOON).encoded();
    }

    static FakeRequest cookie(String header) {
        return new FakeRequest("/", "192.0.2.1").header("Cookie", header);
    }

    void assertProblem(FakeRequest request, Problem expected) {
        assertThat(Problems.of(() -> callers().of(request.get()))).isEqualTo(expected);
    }

    CliCallers callers() {
        return callers(configuration, sessions, signIns, settings, clock);
    }

    static CliCallers callers(
            MapConfiguration configuration,
            Sessions sessions,
            InMemorySignIns signIns,
            IdentitySettings settings,
            Clock clock) {
        WebSettings web = WebSettings.from(configuration);
        CliSettings cli = CliSettings.from(configuration);
        ClientAddress addresses = new ClientAddress(web);
        return new CliCallers(
                web,
                cli,
                sessions,
                GroupsFixture.withoutDirectory(signIns, settings, clock),
                new Certificates(cli, addresses, clock),
                addresses);
    }
}
