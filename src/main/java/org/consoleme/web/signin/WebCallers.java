package org.consoleme.web.signin;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.identity.Audience;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Groups;
import org.consoleme.identity.IssuedToken;
import org.consoleme.identity.Proof;
import org.consoleme.identity.RecentSignIns;
import org.consoleme.identity.Sessions;
import org.consoleme.identity.Token;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.web.ClientAddress;
import org.consoleme.web.Cookies;
import org.consoleme.web.RequestIdFilter;
import org.consoleme.web.WebSettings;

/**
 * Makes the {@link Caller} of a browser's request. What a proxy or another method says about this
 * very request comes first; the session cookie counts where none says anything.
 */
@Single
public class WebCallers {
    private final WebSettings web;
    private final SignInSettings settings;
    private final List<SignInMethod> methods;
    private final Sessions sessions;
    private final Groups groups;
    private final RecentSignIns recent;
    private final ClientAddress addresses;
    private final Clock clock;

    @Inject
    public WebCallers(
            WebSettings web,
            SignInSettings settings,
            Instance<SignInMethod> methods,
            Sessions sessions,
            Groups groups,
            RecentSignIns recent,
            ClientAddress addresses,
            Clock clock) {
        this(web, settings, methods.stream(), sessions, groups, recent, addresses, clock);
    }

    WebCallers(
            WebSettings web,
            SignInSettings settings,
            Stream<SignInMethod> methods,
            Sessions sessions,
            Groups groups,
            RecentSignIns recent,
            ClientAddress addresses,
            Clock clock) {
        this.web = web;
        this.settings = settings;
        this.methods = methods.sorted(Comparator.comparingInt(SignInMethod::order)).toList();
        this.sessions = sessions;
        this.groups = groups;
        this.recent = recent;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * @throws RuntimeException drawn as 401 (403 on ConsoleMe's own routes) if nobody is signed in
     * @throws org.consoleme.shared.ProblemException {@code Forbidden} for a header from elsewhere,
     *     {@code Unauthenticated} when the directory says the person left
     */
    public Caller require(HttpServletRequest request) {
        return find(request).orElseThrow(() -> NotSignedIn.answer(request, invitation()));
    }

    /** As {@link #require}, empty if nobody is signed in. */
    public Optional<Caller> find(HttpServletRequest request) {
        Optional<Token> session = session(request);
        Optional<SignInMethod.SignedIn> live = live(request, session);
        if (live.isPresent()) {
            return Optional.of(fresh(request, live.get(), session));
        }
        return session.map(token -> caller(request, token));
    }

    /** The browser's own session, whoever else the request names. */
    public Optional<Token> session(HttpServletRequest request) {
        return sessions.best(Cookies.values(request, web.sessionCookie()), Set.of(Audience.WEB));
    }

    /** Where to go to sign in, if one of the methods has a page for it. */
    Optional<URI> start(HttpServletRequest request, String returnTo) {
        return methods.stream()
                .flatMap(method -> method.start(request, returnTo).stream())
                .findFirst();
    }

    /** An untrusted header does not lock out whoever has a session of their own. */
    private Optional<SignInMethod.SignedIn> live(
            HttpServletRequest request, Optional<Token> session) {
        for (SignInMethod method : methods) {
            try {
                Optional<SignInMethod.SignedIn> found = method.identify(request);
                if (found.isPresent()) {
                    return found;
                }
            } catch (ProblemException e) {
                if (session.isEmpty() || !(e.problem() instanceof Problem.Forbidden)) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    private Caller fresh(
            HttpServletRequest request, SignInMethod.SignedIn who, Optional<Token> session) {
        UserId user = who.user();
        Set<GroupName> known =
                who.groups()
                        .map(brought -> groups.of(user, brought))
                        .orElseGet(() -> groups.orNone(user));
        recent.saw(user, known);
        boolean hasSession = session.filter(token -> token.user().equals(user)).isPresent();
        if (settings.setCookie() && !hasSession) {
            addSession(request, sessions.web(user, known));
        }
        return caller(request, user, known, clock.instant());
    }

    private Caller caller(HttpServletRequest request, Token token) {
        Set<GroupName> known =
                token.groups()
                        .map(brought -> groups.of(token.user(), brought))
                        .orElseGet(() -> groups.of(token.user()));
        return caller(request, token.user(), known, token.firstIssuedAt());
    }

    private Caller caller(
            HttpServletRequest request, UserId user, Set<GroupName> known, Instant at) {
        Origin origin =
                new Origin(
                        user.value(),
                        Door.WEB,
                        RequestIdFilter.of(request),
                        Optional.of(addresses.of(request)));
        return new Caller(user, known, Proof.WEB_SESSION, at, origin);
    }

    private void addSession(HttpServletRequest request, IssuedToken issued) {
        RequestIdFilter.addCookie(
                request,
                Cookies.line(
                        web.sessionCookie(),
                        issued.encoded(),
                        Duration.between(clock.instant(), issued.token().expiresAt()),
                        web.httpOnlyCookies(),
                        web.secureCookies(),
                        web.sameSite()));
    }

    /** What the sign-in methods offer a person, by name. */
    public Map<String, Object> invitation() {
        Map<String, Object> all = new HashMap<>();
        methods.forEach(method -> all.putAll(method.invitation()));
        return all;
    }
}
