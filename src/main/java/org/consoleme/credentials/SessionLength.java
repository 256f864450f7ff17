package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.consoleme.access.EligibleRole;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/** How long a session lasts: what was asked for or is usual, within every bound that applies. */
@Single
public class SessionLength {
    /** AWS's bound for a role that is assumed by an assumed role. */
    static final Duration CHAINED = Duration.ofHours(1);

    private final CredentialSettings settings;
    private final HubRole hub;

    @Inject
    public SessionLength(CredentialSettings settings, HubRole hub) {
        this.settings = settings;
        this.hub = hub;
    }

    /**
     * @param asked 15 min to 12 h
     * @throws org.consoleme.shared.ProblemException {@code Invalid} if {@code asked} is outside
     *     STS's bounds
     */
    public Duration of(Caller caller, EligibleRole role, Optional<Duration> asked) {
        asked.ifPresent(SessionLength::check);
        return bounded(caller, role, asked.orElseGet(() -> usual(role)));
    }

    /**
     * For a right to the role that ends: as long as it lasts, where nothing shorter was asked for
     * or configured for the role. STS issues for 15 min at least, so keys may outlive the right,
     * and their session policy must end them.
     *
     * @param left until the right ends
     * @param asked as for {@link #of}
     */
    Duration within(Duration left, Caller caller, EligibleRole role, Optional<Duration> asked) {
        asked.ifPresent(SessionLength::check);
        Duration length = bounded(caller, role, asked.orElseGet(() -> longest(role)));
        Duration whole = Duration.ofSeconds(left.toSeconds());
        Duration within = length.compareTo(whole) < 0 ? length : whole;
        return within.compareTo(CredentialSettings.SHORTEST) < 0
                ? CredentialSettings.SHORTEST
                : within;
    }

    private Duration bounded(Caller caller, EligibleRole role, Duration length) {
        Stream<Duration> bounds =
                Stream.concat(
                        Stream.concat(
                                role.facts().map(facts -> facts.maxSession()).stream(),
                                hub.isAssumedRole() ? Stream.of(CHAINED) : Stream.of()),
                        ofUser(caller));
        Duration bound = bounds.min(Duration::compareTo).orElse(CredentialSettings.LONGEST);
        return length.compareTo(bound) > 0 ? bound : length;
    }

    private Duration usual(EligibleRole role) {
        return configured(role).orElse(settings.sessionDuration());
    }

    /** STS refuses more than the role's maximum: where that is not known, the usual length is. */
    private Duration longest(EligibleRole role) {
        return configured(role)
                .orElse(
                        role.facts().isPresent()
                                ? CredentialSettings.LONGEST
                                : settings.sessionDuration());
    }

    private Optional<Duration> configured(EligibleRole role) {
        return Stream.of(role.role().toString(), role.role().name())
                .map(settings.roleDurations()::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Stream<Duration> ofUser(Caller caller) {
        return settings.userDurations().entrySet().stream()
                .filter(entry -> isOrHas(caller, entry.getKey()))
                .map(Map.Entry::getValue);
    }

    /** Users compare without case, groups as written. */
    private static boolean isOrHas(Caller caller, String name) {
        return caller.groups().contains(new GroupName(name))
                || (UserId.isUserId(name) && new UserId(name).equals(caller.user()));
    }

    private static void check(Duration asked) {
        if (asked.compareTo(CredentialSettings.SHORTEST) < 0
                || asked.compareTo(CredentialSettings.LONGEST) > 0) {
            throw new Problem.Invalid("durationSeconds", "900 to 43200 seconds").asException();
        }
    }
}
