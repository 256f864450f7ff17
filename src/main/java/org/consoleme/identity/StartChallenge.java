package org.consoleme.identity;

import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;
import org.consoleme.shared.UserId;

/** A terminal asks to be signed in as somebody; nobody is known yet. */
@UseCase
public class StartChallenge {
    private final Challenges challenges;
    private final RateLimits limits;
    private final IdentitySettings settings;
    private final Clock clock;

    @Inject
    public StartChallenge(
            Challenges challenges, RateLimits limits, IdentitySettings settings, Clock clock) {
        this.challenges = challenges;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param name whom the terminal wants to be signed in as
     * @throws org.consoleme.shared.ProblemException {@code Forbidden} when switched off; {@code
     *     Invalid} for what is no sign-in name here; {@code TooMany} past the limits
     */
    public Started handle(String name, Optional<String> address) {
        requireEnabled(settings);
        UserId user = settings.userForm().parse(name);
        limit(user, address.orElse("unknown"));
        String secret = ChallengeSecret.create();
        String token = ChallengeSecret.tokenOf(secret);
        Instant now = clock.instant();
        challenges.create(
                new Challenge(
                        token,
                        user,
                        address,
                        now,
                        now.plus(settings.challengeLife()),
                        Challenge.State.PENDING,
                        Optional.empty(),
                        false,
                        Set.of()));
        return new Started(token, secret);
    }

    static void requireEnabled(IdentitySettings settings) {
        if (!settings.challengesEnabled()) {
            throw new Problem.Forbidden(
                            "Sign-in from a terminal is switched off here"
                                    + " (challenge_url.enabled).")
                    .asException();
        }
    }

    /** In this order, so that a flood from one address cannot use up a person's share. */
    private void limit(UserId user, String address) {
        int limit = settings.challengesPerMinute();
        limits.count("challenge network " + network(address), limit);
        limits.count("challenge user " + user.key() + " address " + address, limit / 6);
        limits.count("challenge user " + user.key(), limit / 2);
        if (challenges.open() >= settings.challengesOpen()) {
            challenges.sweep(clock.instant());
            if (challenges.open() >= settings.challengesOpen()) {
                throw new Problem.TooMany(settings.challengeLife()).asException();
            }
        }
    }

    /** Whoever has one IPv6 address has 2^64 of them: they count as one. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
                    : address;
        } catch (IllegalArgumentException unknown) {
            return address;
        }
    }

    /**
     * @param token for the browser's address
     * @param secret for the terminal's polls alone
     */
    public record Started(String token, String secret) {
        @Override
        public String toString() {
            return "Started[token=" + token + "]";
        }
    }
}
