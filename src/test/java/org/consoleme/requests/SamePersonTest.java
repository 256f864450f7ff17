package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

class SamePersonTest {

    private static boolean same(String one, String other) {
        return SamePerson.same(new UserId(one), new UserId(other));
    }

    @Test
    void spellingsOfOnePersonAreOne() {
        for (String spelling :
                List.of(
                        "ANN.LEE@EXAMPLE.COM",
                        "ann.lee+aws@example.com",
                        "ann.lee+a+b@example.com",
                        "ann\u2024lee@example.com",
                        "ann.lee@example\uff61com",
                        "ann.l\u200de\u200ce@example.com",
                        "\uff21nn.lee@example.com.")) {
            assertThat(same("ann.lee@example.com", spelling)).as(spelling).isTrue();
        }
        assertThat(same("zo\u00eb@example.com", "zoe\u0308@example.com")).isTrue();
        assertThat(same("ann@b\u00fccher.example", "ann@xn--bcher-kva.example")).isTrue();
        assertThat(same("\u0130lker@example.com", "ilker@example.com")).isTrue();
        assertThat(same("\u03c3\u03c2@example.com", "\u03a3\u03a3@example.com")).isTrue();
        assertThat(same("stra\u00dfe@example.com", "STRASSE@example.com")).isTrue();
    }

    @Test
    void otherPeopleAreOthers() {
        for (String other :
                List.of(
                        "ann.lee@example.org",
                        "annlee@example.com",
                        "ann.leo@example.com",
                        "ann.lee",
                        "+ann.lee@example.com",
                        "@example.com")) {
            assertThat(same("ann.lee@example.com", other)).as(other).isFalse();
        }
        assertThat(same("+a@example.com", "+b@example.com")).isFalse();
    }

    @Test
    void namesThatAreNoAddressesAreComparedAsTheyAre() {
        assertThat(same("Ann", "ann")).isTrue();
        assertThat(same("ann+a", "ann+b")).isFalse();
        assertThat(same("ann@" + "x".repeat(200), "ann@" + "x".repeat(200))).isTrue();
        assertThat(same("ann@-bad-.\u00fc", "ANN@-bad-.\u00dc")).isTrue();
    }
}
