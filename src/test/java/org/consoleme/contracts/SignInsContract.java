package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.consoleme.identity.Directory;
import org.consoleme.identity.SignIns;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

public abstract class SignInsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final UserId ANA = new UserId("Ana@example.com");
    private static final Set<GroupName> GROUPS =
            Set.of(new GroupName("finops@example.com"), new GroupName("Data"));

    protected abstract SignIns signIns();

    /** The same store, as another node sees it. */
    protected abstract SignIns elsewhere();

    @Test
    void theLastSignInIsRemembered() {
        SignIns signIns = signIns();
        signIns.remember(ANA, Set.of(), NOW.minusSeconds(9));
        signIns.remember(ANA, GROUPS, NOW);

        assertThat(signIns.last(new UserId("ana@EXAMPLE.com"), NOW))
                .contains(new Directory.Entry(GROUPS, true, NOW));
    }

    @Test
    void anEarlierSignInThatArrivesLateChangesNothing() {
        SignIns signIns = signIns();
        signIns.remember(ANA, GROUPS, NOW);
        signIns.remember(ANA, Set.of(new GroupName("old")), NOW.minusSeconds(1));

        assertThat(signIns.last(ANA, NOW)).contains(new Directory.Entry(GROUPS, true, NOW));
    }

    @Test
    void somebodyWithoutGroupsIsStillKnown() {
        SignIns signIns = signIns();
        signIns.remember(ANA, Set.of(), NOW);

        assertThat(signIns.last(ANA, NOW)).contains(new Directory.Entry(Set.of(), true, NOW));
    }

    @Test
    void whoSignsInAgainIsNotToldOfAnOlderTime() {
        SignIns signIns = signIns();
        signIns.remember(ANA, GROUPS, NOW.minusSeconds(9));
        signIns.last(ANA, NOW.minusSeconds(9));
        elsewhere().remember(ANA, Set.of(), NOW);

        assertThat(signIns.last(ANA, NOW)).contains(new Directory.Entry(Set.of(), true, NOW));
    }

    @Test
    void whoNeverSignedInIsNotKnown() {
        assertThat(signIns().last(ANA, NOW)).isEmpty();
    }
}
