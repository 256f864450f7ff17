package org.consoleme.slack.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.consoleme.shared.Secret;
import org.consoleme.slack.ChildJvm;
import org.consoleme.slacktwin.command.Signer;
import org.junit.jupiter.api.Test;

class SlackSignatureTest {
    /** Published at https://docs.slack.dev/authentication/verifying-requests-from-slack. */
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String TIME = "1531420618";
    private static final String BODY =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                    + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
                    + "&command=%2Fwebhook-collect&text="
                    + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String SIGNED =
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private final SlackSignature signature = new SlackSignature(new Secret(SECRET));

    @Test
    void slackT06_slacksPublishedExampleMatches() {
        assertThat(matches(TIME, BODY, SIGNED)).isTrue();
    }

    /** Run in a process of its own: tells its charset, and whether the signature matched. */
    public static void main(String[] arguments) {
        byte[] body = Base64.getDecoder().decode(arguments[0]);
        System.out.print(
                Charset.defaultCharset()
                        + " "
                        + new SlackSignature(new Secret(SECRET)).matches(TIME, body, arguments[1]));
    }

    @Test
    void slackT06_theCharsetOfTheServersMachineDoesNotMatter() throws Exception {
        // Given
        byte[] body = "text=é 😀*+%20\r\n".getBytes(StandardCharsets.UTF_8);
        // When
        String said =
                ChildJvm.run(
                        SlackSignatureTest.class,
                        Map.of("LC_ALL", "C"),
                        Base64.getEncoder().encodeToString(body),
                        new Signer(SECRET).sign(TIME, body));
        // Then
        assertThat(said).endsWith(" true").doesNotContain("UTF-8");
    }

    @Test
    void slackT01_anyOtherByteTimeOrCaseDoesNot() {
        assertThat(matches(TIME, BODY + "&", SIGNED)).isFalse();
        assertThat(matches("1531420619", BODY, SIGNED)).isFalse();
        assertThat(matches(TIME, BODY, SIGNED.toUpperCase(Locale.ROOT))).isFalse();
        assertThat(matches(TIME, BODY, SIGNED + " ")).isFalse();
        assertThat(matches(TIME, BODY, "")).isFalse();
        assertThat(signature.matches(TIME, new byte[0], null)).isFalse();
        assertThat(signature.matches(null, new byte[0], SIGNED)).isFalse();
    }

    @Test
    void slackT04_fiveMinutesEitherWayAreTimelyAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_531_420_618);
        assertThat(SlackSignature.timely("1531420318", now)).isTrue();
        assertThat(SlackSignature.timely("1531420918", now)).isTrue();
        assertThat(SlackSignature.timely("1531420317", now)).isFalse();
        assertThat(SlackSignature.timely("1531420919", now)).isFalse();
        assertThat(SlackSignature.timely("١٥٣١٤٢٠٦١٨", now)).isFalse();
        assertThat(SlackSignature.timely(null, now)).isFalse();
    }

    private boolean matches(String time, String body, String signed) {
        return signature.matches(time, body.getBytes(StandardCharsets.UTF_8), signed);
    }
}
