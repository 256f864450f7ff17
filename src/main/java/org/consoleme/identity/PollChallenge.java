package org.consoleme.identity;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.consoleme.shared.UseCase;

/**
 * The terminal asks how its challenge stands, with its secret and from its own address (unless the
 * configuration lets it come from others).
 *
 * <p>The token is handed out once. weep repeats a poll whose answer was lost on the way, so for
 * {@link #GRACE} the same answer comes again: the token is made of what the finished challenge
 * says, and so is the same.
 */
@UseCase
public class PollChallenge {
    static final Duration GRACE = Duration.ofSeconds(10);

    /** weep asks every 3 s. */
    private static final int POLLS_PER_MINUTE = 60;

    private final Challenges challenges;
    private final Sessions sessions;
    private final RateLimits limits;
    private final IdentitySettings settings;
    private final Clock clock;

    @Inject
    public PollChallenge(
            Challenges challenges,
            Sessions sessions,
            RateLimits limits,
            IdentitySettings settings,
            Clock clock) {
        this.challenges = challenges;
        this.sessions = sessions;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param secret any text
     * @param address where the question comes from; empty if unknown
     * @throws org.consoleme.shared.ProblemException {@code TooMany}
     */
    public Answer handle(String secret, Optional<String> address) {
        String token = ChallengeSecret.tokenOf(secret);
        limits.count("challenge poll " + token, POLLS_PER_MINUTE);
        return challenges
                .find(token)
                .filter(found -> SameAddress.holds(settings, found, address))
                .map(this::answer)
                .orElse(new Answer.Unknown());
    }

    private Answer answer(Challenge found) {
        Instant now = clock.instant();
        if (found.state() == Challenge.State.DONE) {
            return now.isAfter(found.expiresAt()) ? forget(found) : success(found);
        }
        if (!now.isBefore(found.expiresAt())) {
            challenges.remove(found.token());
            return new Answer.Expired();
        }
        return switch (found.state()) {
            case PENDING -> new Answer.Pending();
            case DENIED -> new Answer.Denied();
            case APPROVED, DONE -> finish(found, now);
        };
    }

    private Answer finish(Challenge approved, Instant now) {
        Challenge done =
                new Challenge(
                        approved.token(),
                        approved.user(),
                        approved.address(),
                        approved.createdAt(),
                        now.truncatedTo(ChronoUnit.SECONDS).plus(GRACE),
                        Challenge.State.DONE,
                        approved.nonce(),
                        true,
                        approved.groups());
        if (challenges.replace(approved, done)) {
            return success(done);
        }
        return challenges
                .find(approved.token())
                .filter(other -> other.state() == Challenge.State.DONE)
                .map(this::success)
                .orElse(new Answer.Unknown());
    }

    private Answer success(Challenge done) {
        return new Answer.Success(
                sessions.weep(done.user(), done.token(), done.expiresAt().minus(GRACE)));
    }

    private Answer forget(Challenge done) {
        challenges.remove(done.token());
        return new Answer.Unknown();
    }

    /** How it stands. */
    public sealed interface Answer {
        record Unknown() implements Answer {}

        record Pending() implements Answer {}

        record Expired() implements Answer {}

        record Denied() implements Answer {}

        record Success(IssuedToken issued) implements Answer {}
    }
}
