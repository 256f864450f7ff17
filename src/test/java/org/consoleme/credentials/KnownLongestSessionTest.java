package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.Roles.role;

import java.time.Duration;
import java.util.Set;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.LongestSession;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.Test;

class KnownLongestSessionTest {
    private static final RoleArn KNOWN = RoleArn.parse("arn:aws:iam::200000000002:role/reader");
    private static final RoleArn UNSEEN = RoleArn.parse("arn:aws:iam::300000000003:role/unseen");

    private final CurrentIndex index;

    KnownLongestSessionTest() {
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        stored.publish(Roles.account("200000000002", role(KNOWN.toString(), Set.of(), Set.of())));
        index = new CurrentIndex(stored, new InMemoryAccounts());
        index.refresh();
    }

    @Test
    void isTheRolesMaximumOrTwelveHoursWhereThatIsNotKnown() {
        LongestSession longest = new KnownLongestSession(index, () -> false);
        assertThat(longest.of(KNOWN)).isEqualTo(Duration.ofHours(4));
        assertThat(longest.of(UNSEEN)).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void isAnHourWhereRolesAreChained() {
        LongestSession longest = new KnownLongestSession(index, () -> true);
        assertThat(longest.of(KNOWN)).isEqualTo(Duration.ofHours(1));
        assertThat(longest.of(UNSEEN)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void isTheLongerBoundWhileStsDoesNotSayWhatWeAre() {
        HubRole away =
                () -> {
                    throw new Problem.Unavailable("AWS", Duration.ofSeconds(1)).asException();
                };
        assertThat(new KnownLongestSession(index, away).of(KNOWN)).isEqualTo(Duration.ofHours(4));
    }
}
