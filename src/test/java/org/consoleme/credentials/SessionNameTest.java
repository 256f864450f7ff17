package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

class SessionNameTest {
    @Test
    void anOrdinaryNameStaysAsItIs() {
        assertThat(SessionName.of(new UserId("Ana.B@example.com"))).isEqualTo("ana.b@example.com");
    }

    @Test
    void defect29_longNamesAreCutAndStayDifferent() {
        String shared = "a".repeat(80);
        String one = SessionName.of(new UserId(shared + "1@example.com"));
        String other = SessionName.of(new UserId(shared + "2@example.com"));
        assertThat(one).hasSize(64).startsWith("aaaa").isNotEqualTo(other);
    }

    @Test
    void wordsBeforeTheNameCountIntoItsLength() {
        UserId user = new UserId("a".repeat(80) + "@example.com");

        assertThat(SessionName.of("principal-updater-", user))
                .hasSize(64)
                .startsWith("principal-updater-aaaa");
    }

    @Property
    void d71_everyNameIsLegalForSts(@ForAll @StringLength(min = 1, max = 200) String name) {
        Assume.that(!name.isBlank() && name.codePoints().noneMatch(Character::isISOControl));
        assertThat(SessionName.of(new UserId(name))).matches("[\\w+=,.@-]{2,64}");
    }
}
