package org.consoleme.web.weep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.web.weep.CliDoor.ALICE;
import static org.consoleme.web.weep.CliDoor.DEVS;
import static org.consoleme.web.weep.CliDoor.NOON;
import static org.consoleme.web.weep.CliDoor.cookie;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Proof;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.FakeRequest;
import org.junit.jupiter.api.Test;

class CliCallersTest {
    private final CliDoor door = new CliDoor();

    @Test
    void aTerminalsTokenTakesTheGroupsOfTheLastWebSignIn() {
        door.signIns.remember(ALICE, DEVS, NOON);
        CliCaller caller = door.callers().of(cookie("consoleme_cli=" + door.weep()).get());

        assertThat(caller.caller().user()).isEqualTo(ALICE);
        assertThat(caller.caller().groups()).isEqualTo(DEVS);
        assertThat(caller.caller().proof()).isEqualTo(Proof.WEEP_TOKEN);
        assertThat(caller.caller().authenticatedAt()).isEqualTo(NOON);
    }

    @Test
    void aBrowsersCookieFromConsoleMeIsTakenWithItsGroups() {
        String web = door.sessions.web(ALICE, DEVS).encoded();

        assertThat(door.callers().of(cookie("consoleme_auth=" + web).get()).caller().groups())
                .isEqualTo(DEVS);
    }

    /** Any other code would leave weep stuck with a token that it keeps sending. */
    @Test
    void lg16_groupsThatAreTooOldEndTheTerminalsSignIn() {
        door.assertProblem(
                cookie("consoleme_cli=" + door.weep()), new Problem.Unauthenticated(true));
    }

    @Test
    void aCookieThatIsThereAndBadIsToldFromNone() {
        door.assertProblem(new FakeRequest("/", "192.0.2.1"), new Problem.Unauthenticated(false));
        door.assertProblem(cookie("consoleme_cli="), new Problem.Unauthenticated(true));
        door.assertProblem(cookie("consoleme_cli=x.y.z"), new Problem.Unauthenticated(true));
    }

    @Test
    void ofTwoCookiesTheGoodOneWins() {
        door.signIns.remember(ALICE, DEVS, NOON);

        assertThat(
                        door.callers()
                                .of(cookie("consoleme_cli=bad; consoleme_cli=" + door.weep()).get())
                                .caller()
                                .user())
                .isEqualTo(ALICE);
    }

    @Test
    void defaultsArePinned() {
        assertThat(CliSettings.from(MapConfiguration.empty()))
                .isEqualTo(
                        new CliSettings(
                                false,
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                Set.of()));
        assertThatThrownBy(
                        () ->
                                CliSettings.from(
                                        MapConfiguration.empty().with("auth.require_jwt", false)))
                .isInstanceOf(ProblemException.class);
    }
}
