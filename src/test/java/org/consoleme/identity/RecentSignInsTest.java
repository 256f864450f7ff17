package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class RecentSignInsTest {
    private static final UserId USER = new UserId("engineer@example.com");
    private static final Set<GroupName> GROUPS = Set.of(new GroupName("team@example.com"));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Recording store = new Recording();
    private final RecentSignIns recent = new RecentSignIns(store, clock);

    @Test
    void theSameGroupsAreWrittenOnceAnHour() {
        recent.saw(USER, GROUPS);
        recent.saw(USER, GROUPS);
        clock.advance(Duration.ofHours(1));
        recent.saw(USER, GROUPS);

        assertThat(store.asked).hasSize(2);
    }

    @Test
    void otherGroupsAreWrittenAtOnce() {
        recent.saw(USER, GROUPS);
        recent.saw(USER, Set.of());

        assertThat(store.asked).containsExactly(GROUPS, Set.of());
    }

    @Test
    void aStoreThatIsAwayIsAskedAgainAfterFiveSecondsAndNotBefore() {
        store.away = true;
        recent.saw(USER, GROUPS);
        clock.advance(Duration.ofSeconds(4));
        recent.saw(USER, GROUPS);
        assertThat(store.asked).hasSize(1);

        store.away = false;
        clock.advance(Duration.ofSeconds(1));
        recent.saw(USER, GROUPS);
        recent.saw(USER, GROUPS);
        assertThat(store.asked).hasSize(2);
    }

    private static final class Recording implements SignIns {
        private final List<Set<GroupName>> asked = new ArrayList<>();
        private boolean away;

        @Override
        public void remember(UserId user, Set<GroupName> groups, Instant at) {
            asked.add(groups);
            if (away) {
                throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(2)).asException();
            }
        }

        @Override
        public Optional<Directory.Entry> last(UserId user, Instant since) {
            return Optional.empty();
        }
    }
}
