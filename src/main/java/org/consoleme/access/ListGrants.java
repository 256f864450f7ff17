package org.consoleme.access;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UseCase;

/** One's own grants, live and past. */
@UseCase
public class ListGrants {
    private static final int MOST = 100;

    private final Grants grants;
    private final Clock clock;

    @Inject
    public ListGrants(Grants grants, Clock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * @return of the 100 that end last
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}
     */
    public Mine handle(Caller caller) {
        List<Grant> own = grants.of(caller.user(), MOST);
        Instant now = clock.instant();
        return new Mine(
                own.stream()
                        .filter(grant -> grant.live(now))
                        .sorted(Comparator.comparing(Grant::end))
                        .map(grant -> new Live(grant, grant.left(now)))
                        .toList(),
                own.stream()
                        .filter(grant -> !grant.live(now))
                        .sorted(Comparator.comparing(Grant::over).reversed())
                        .toList());
    }

    /**
     * @param live the ones that end first first
     * @param past the ones that ended last first
     */
    public record Mine(List<Live> live, List<Grant> past) {
        public Mine {
            live = List.copyOf(live);
            past = List.copyOf(past);
        }
    }

    /**
     * @param left until its end
     */
    public record Live(Grant grant, Duration left) {}
}
