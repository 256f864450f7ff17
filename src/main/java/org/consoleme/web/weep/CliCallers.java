package org.consoleme.web.weep;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.identity.Audience;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Groups;
import org.consoleme.identity.Proof;
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
import org.consoleme.web.errors.AnswerException;
import org.consoleme.web.errors.ErrorAnswer;

/**
 * Makes the {@link Caller} of a terminal's request: from its cookie (ours, or a browser's as
 * ConsoleMe gave to terminals), or from a certificate where those are required. Never from both: a
 * certificate with somebody else's session beside it is refused (D-13).
 */
@Single
public class CliCallers {
    private static final String APPLICATION = Caller.APPLICATION;

    private final WebSettings web;
    private final CliSettings settings;
    private final Sessions sessions;
    private final Groups groups;
    private final Certificates certificates;
    private final ClientAddress addresses;

    @Inject
    public CliCallers(
            WebSettings web,
            CliSettings settings,
            Sessions sessions,
            Groups groups,
            Certificates certificates,
            ClientAddress addresses) {
        this.web = web;
        this.settings = settings;
        this.sessions = sessions;
        this.groups = groups;
        this.certificates = certificates;
        this.addresses = addresses;
    }

    /**
     * @throws ProblemException {@code Unauthenticated}; {@code Forbidden} for two identities
     * @throws AnswerException for a certificate that is missing, bad, or of somebody unknown
     */
    CliCaller of(HttpServletRequest request) {
        List<String> cookies = new ArrayList<>(Cookies.values(request, CliSettings.COOKIE));
        cookies.addAll(Cookies.values(request, web.sessionCookie()));
        Optional<Token> token = sessions.best(cookies, EnumSet.allOf(Audience.class));
        if (settings.mtls()) {
            return ofCertificate(request, token);
        }
        if (token.isEmpty()) {
            throw new Problem.Unauthenticated(!cookies.isEmpty()).asException();
        }
        return ofToken(request, token.get());
    }

    private CliCaller ofToken(HttpServletRequest request, Token token) {
        Caller caller =
                caller(
                        request,
                        token.user(),
                        groupsOf(token),
                        token.audience() == Audience.WEEP ? Proof.WEEP_TOKEN : Proof.WEB_SESSION,
                        token.firstIssuedAt());
        return new CliCaller(caller, Optional.of(token));
    }

    /**
     * Groups that are too old end the sign-in: weep throws the cookie away then, and its next
     * command begins the sign-in that renews them. Any other code would leave it stuck.
     */
    private Set<GroupName> groupsOf(Token token) {
        try {
            return token.groups().isPresent()
                    ? groups.of(token.user(), token.groups().get())
                    : groups.of(token.user());
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.StepUpRequired) {
                throw new Problem.Unauthenticated(true).asException(e);
            }
            throw e;
        }
    }

    private CliCaller ofCertificate(HttpServletRequest request, Optional<Token> token) {
        ClientCertificate found =
                certificates.of(request).orElseThrow(() -> refused("Invalid Certificate"));
        Optional<String> application =
                found.commonName()
                        .map(name -> settings.applications().get(name.toLowerCase(Locale.ROOT)));
        UserId user =
                application
                        .map(name -> new UserId(APPLICATION + name))
                        .or(
                                () ->
                                        found.email()
                                                .or(found::commonName)
                                                .filter(CliCallers::isPersons)
                                                .map(UserId::new))
                        .orElseThrow(() -> refused("The certificate names nobody."));
        if (token.filter(other -> !other.user().equals(user)).isPresent()) {
            throw new Problem.Forbidden("The certificate and the cookie are of two people.")
                    .asException();
        }
        Set<GroupName> known = application.isPresent() ? Set.of() : groupsOfOwner(user);
        return new CliCaller(
                caller(
                        request,
                        user,
                        known,
                        application.isPresent() ? Proof.APPLICATION_CERTIFICATE : Proof.CERTIFICATE,
                        found.notBefore()),
                Optional.empty());
    }

    /** Not 905, which tells the owner to renew the certificate: that would not help here. */
    private Set<GroupName> groupsOfOwner(UserId user) {
        try {
            return groups.of(user);
        } catch (ProblemException e) {
            throw switch (e.problem()) {
                case Problem.Unauthenticated _ ->
                        refused("The certificate's owner is not known here.");
                case Problem.StepUpRequired it -> refused(it.how());
                default -> e;
            };
        }
    }

    /** An application's name in a person's certificate would lead to the application's roles. */
    private static boolean isPersons(String name) {
        return UserId.isUserId(name) && !new UserId(name).key().startsWith(APPLICATION);
    }

    private static AnswerException refused(String sentence) {
        return new AnswerException(ErrorAnswer.of(403, "403", sentence));
    }

    private Caller caller(
            HttpServletRequest request,
            UserId user,
            Set<GroupName> known,
            Proof proof,
            Instant since) {
        Origin origin =
                new Origin(
                        user.value(),
                        Door.WEEP,
                        RequestIdFilter.of(request),
                        Optional.of(addresses.of(request)));
        return new Caller(user, known, proof, since, origin);
    }
}
