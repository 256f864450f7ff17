package org.consoleme.identity;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/** Begins, reads, renews and ends the sessions of browsers and terminals. */
@Single
public class Sessions {
    /** A token is renewed once this share of its life has passed. */
    private static final int RENEW_AFTER_TENTH = 10;

    private final Tokens tokens;
    private final Revocations revocations;
    private final IdentitySettings settings;
    private final Clock clock;

    @Inject
    public Sessions(
            Tokens tokens, Revocations revocations, IdentitySettings settings, Clock clock) {
        this.tokens = tokens;
        this.revocations = revocations;
        this.settings = settings;
        this.clock = clock;
    }

    /** A browser's session, as ConsoleMe would also read it: the groups are inside. */
    public IssuedToken web(UserId user, Set<GroupName> groups) {
        Instant now = now();
        return sign(
                new Token(
                        UUID.randomUUID().toString(),
                        user,
                        Optional.of(groups),
                        Audience.WEB,
                        now,
                        now,
                        now.plus(settings.tokenLife())));
    }

    /**
     * A terminal's token. Equal arguments give the equal token.
     *
     * @param id what makes it this token and no other
     * @param at its issue, whole seconds
     */
    public IssuedToken weep(UserId user, String id, Instant at) {
        return sign(
                new Token(
                        id,
                        user,
                        Optional.empty(),
                        Audience.WEEP,
                        at,
                        at,
                        at.plus(settings.tokenLife())));
    }

    /** The valid one that lives longest, of all cookies that were sent. */
    public Optional<Token> best(List<String> encoded, Set<Audience> audiences) {
        return encoded.stream()
                .flatMap(text -> tokens.read(text).stream())
                .filter(token -> audiences.contains(token.audience()))
                .filter(token -> !revocations.contain(token))
                .max(Comparator.comparing(Token::expiresAt));
    }

    /**
     * A terminal's token once more, with a later end; never past the absolute limit from its first
     * issue.
     *
     * @return empty where it is a browser's, too young, or at its limit
     */
    public Optional<IssuedToken> renewed(Token token) {
        Instant now = now();
        Duration life = Duration.between(token.issuedAt(), token.expiresAt());
        Instant limit = token.firstIssuedAt().plus(settings.weepAbsolute());
        Instant end = earlier(now.plus(settings.tokenLife()), limit);
        boolean young = now.isBefore(token.issuedAt().plus(life.dividedBy(RENEW_AFTER_TENTH)));
        if (token.audience() != Audience.WEEP || young || !end.isAfter(token.expiresAt())) {
            return Optional.empty();
        }
        return Optional.of(
                sign(
                        new Token(
                                token.id(),
                                token.user(),
                                Optional.empty(),
                                Audience.WEEP,
                                now,
                                token.firstIssuedAt(),
                                end)));
    }

    /** From now on the token counts as invalid, on every node. */
    public void end(Token token) {
        revocations.add(token);
    }

    private IssuedToken sign(Token token) {
        return new IssuedToken(token, tokens.sign(token));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
