package org.consoleme.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.GroupsFixture;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.identity.Proof;
import org.consoleme.identity.RecentSignIns;
import org.consoleme.identity.Revocations;
import org.consoleme.identity.Sessions;
import org.consoleme.platform.jwt.HmacTokens;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;
import org.consoleme.testing.FakeRequest;
import org.consoleme.testing.SettableClock;
import org.consoleme.web.ClientAddress;
import org.consoleme.web.WebSettings;
import org.consoleme.web.errors.AnswerException;
import org.junit.jupiter.api.Test;

class WebCallersTest {
    private static final UserId ALICE = new UserId("alice@example.com");
    private static final Set<GroupName> DEVS = Set.of(new GroupName("devs"));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final InMemorySignIns signIns = new InMemorySignIns();
    private final MapConfiguration configuration =
            MapConfiguration.empty()
                    .with("jwt_secret", "a-secret-for-tests-of-at-least-32-bytes")
                    .with("auth.trusted_proxies", List.of("10.0.0.0/8"))
                    .with("auth.get_user_by_header", true)
                    .with("auth.get_groups_by_header", true)
                    .with("auth.user_header_name", "user_header")
                    .with("auth.groups_header_name", "groups_header");
    private final IdentitySettings identity = IdentitySettings.from(configuration);
    private final Sessions sessions =
            new Sessions(
                    new HmacTokens(identity, clock),
                    new Revocations(new InMemoryEphemeral(clock), clock),
                    identity,
                    clock);

    @Test
    void aTrustedProxyNamesThePersonAndTheGroupsAreRemembered() {
        FakeRequest request = header("10.0.0.1").header("groups_header", "devs, , ops");

        assertThat(callers().require(request.get()))
                .satisfies(
                        caller -> {
                            assertThat(caller.user()).isEqualTo(ALICE);
                            assertThat(caller.proof()).isEqualTo(Proof.WEB_SESSION);
                            assertThat(caller.groups())
                                    .containsExactlyInAnyOrder(
                                            new GroupName("devs"), new GroupName("ops"));
                        });
        assertThat(signIns.last(ALICE, Instant.EPOCH)).isPresent();
    }

    @Test
    void d24_theSameHeaderFromElsewhereIsRefused() {
        assertThatThrownBy(() -> callers().require(header("192.0.2.1").get()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class));
        assertThat(signIns.writes()).isZero();
    }

    @Test
    void aHeaderThatCameTwiceIsRefusedBecauseOneIsTheClientsOwn() {
        for (String name : List.of("user_header", "groups_header")) {
            FakeRequest request =
                    header("10.0.0.1").header(name, "one@example.com").header(name, "two");
            assertThatThrownBy(() -> callers().require(request.get()))
                    .as(name)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isInstanceOf(Problem.Forbidden.class));
        }
    }

    @Test
    void aSessionCookieCountsWhereNoProxySpeaks() {
        String cookie = "consoleme_auth=" + sessions.web(ALICE, DEVS).encoded();

        assertThat(
                        callers()
                                .require(
                                        new FakeRequest("/", "192.0.2.1")
                                                .header("Cookie", cookie)
                                                .get())
                                .groups())
                .isEqualTo(DEVS);
    }

    @Test
    void whomTheProxyNamesGoesBeforeAnOldCookieOfSomebodyElse() {
        String bob = sessions.web(new UserId("bob@example.com"), DEVS).encoded();

        assertThat(
                        callers()
                                .require(
                                        header("10.0.0.1")
                                                .header("Cookie", "consoleme_auth=" + bob)
                                                .get())
                                .user())
                .isEqualTo(ALICE);
    }

    @Test
    void aTerminalsTokenIsNoSessionHere() {
        String weep = sessions.weep(ALICE, "id", clock.instant()).encoded();

        assertThat(
                        callers()
                                .find(
                                        new FakeRequest("/", "192.0.2.1")
                                                .header("Cookie", "consoleme_auth=" + weep)
                                                .get()))
                .isEmpty();
    }

    @Test
    void nobodyIs401OnTheConsoleApiAnd403OnConsoleMesRoutes() {
        assertThat(status("/api/v3/me")).isEqualTo(401);
        assertThat(status("/auth")).isEqualTo(403);
    }

    @Test
    void onlyPathsOfOursAreGoneBackTo() {
        for (String foreign :
                new String[] {null, "", "https://evil.example", "//evil", "/\\evil", "/a\r\nb"}) {
            assertThat(AuthResource.localPath(foreign)).isEqualTo("/");
        }
        assertThat(AuthResource.localPath("/role/x?y=1")).isEqualTo("/role/x?y=1");
    }

    @Test
    void defaultsArePinned() {
        assertThat(SignInSettings.from(MapConfiguration.empty()))
                .isEqualTo(
                        new SignInSettings(
                                false,
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                false,
                                List.of(),
                                "/",
                                "Welcome to ConsoleMe - Please Sign-In",
                                List.of()));
        assertThatThrownBy(
                        () ->
                                SignInSettings.from(
                                        MapConfiguration.empty()
                                                .with("auth.get_user_by_header", true)))
                .isInstanceOf(ProblemException.class);
    }

    private int status(String path) {
        try {
            callers().require(new FakeRequest(path, "192.0.2.1").get());
            return 200;
        } catch (AnswerException e) {
            return e.answer().status();
        }
    }

    private static FakeRequest header(String peer) {
        return new FakeRequest("/", peer).header("user_header", "alice@example.com");
    }

    private WebCallers callers() {
        WebSettings web = WebSettings.from(configuration);
        SignInSettings settings = SignInSettings.from(configuration);
        ClientAddress addresses = new ClientAddress(web);
        return new WebCallers(
                web,
                settings,
                Stream.of(new HeaderSignIn(settings, addresses)),
                sessions,
                GroupsFixture.withoutDirectory(signIns, identity, clock),
                new RecentSignIns(signIns, clock),
                addresses,
                clock);
    }
}
