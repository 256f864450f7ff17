package org.consoleme.platform.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Audience;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.identity.Token;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class HmacTokensTest {
    private static final String SECRET = "stand-secret-not-for-production-0123456789";
    private static final Instant RECORDED = Instant.ofEpochSecond(1_795_256_531L);

    /** From a recorded sign-in of ConsoleMe 1.4.0 (exchange 010). */
    private static final String CONSOLEME_COOKIE =
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJuYmYiOjE3OTUyNTY1MjYsImlhdCI6MTc5NTI1NjUzMSwiZXhw"
                    + "IjoxNzk1MjYwMTMxLCJlbWFpbCI6ImFuYUBjb3JwLmV4YW1wbGUiLCJncm91cHMiOlsiZmlub3BzQGNvcnAu"
                    + "ZXhhbXBsZSIsImJpbGxpbmctZGV2c0Bjb3JwLmV4YW1wbGUiXX0.ucB2LJeH_fkjP_HjSFQXDCPxgqLchzTJ"
                    + "I59a_DVUT00";

    private final SettableClock clock = new SettableClock(RECORDED);
    private final HmacTokens tokens = tokens(SECRET);

    @Test
    void readsTheCookieThatConsoleMeSigned() {
        Token token = tokens.read(CONSOLEME_COOKIE).orElseThrow();

        assertThat(token.user()).isEqualTo(new UserId("ana@corp.example"));
        assertThat(token.groups())
                .contains(
                        Set.of(
                                new GroupName("finops@corp.example"),
                                new GroupName("billing-devs@corp.example")));
        assertThat(token.audience()).isEqualTo(Audience.WEB);
        assertThat(token.firstIssuedAt()).isEqualTo(RECORDED);
        assertThat(token.expiresAt()).isEqualTo(Instant.ofEpochSecond(1_795_260_131L));
    }

    @Test
    void whatIsSignedIsReadBackAndEqualTokensSignEqually() {
        Token token =
                new Token(
                        "id",
                        new UserId("alice@example.com"),
                        Optional.empty(),
                        Audience.WEEP,
                        RECORDED,
                        RECORDED.minusSeconds(600),
                        RECORDED.plusSeconds(3600));

        assertThat(tokens.read(tokens.sign(token))).contains(token);
        assertThat(tokens.sign(token)).isEqualTo(tokens.sign(token));
    }

    @Test
    void lg10_aChangedSignatureIsInvalid() {
        String changed = CONSOLEME_COOKIE.substring(0, CONSOLEME_COOKIE.length() - 4) + "AAAA";

        assertThat(tokens.read(changed)).isEmpty();
        assertThat(tokens("another-secret-not-for-production-012345").read(CONSOLEME_COOKIE))
                .isEmpty();
    }

    @Test
    void lg11_anExpiredTokenIsInvalid() {
        clock.advance(java.time.Duration.ofHours(1));

        assertThat(tokens.read(CONSOLEME_COOKIE)).isEmpty();
    }

    @Test
    void lg13_k06_otherAlgorithmsAndMissingOrFutureTimesAreInvalid() {
        String good = "{\"email\":\"ana@corp.example\",\"iat\":1795256531,\"exp\":1795260131}";
        assertThat(tokens.read(signed("{\"alg\":\"HS256\"}", good))).isPresent();

        String header = base64("{\"alg\":\"none\"}");
        assertThat(tokens.read(header + "." + base64(good) + ".")).isEmpty();
        assertThat(tokens.read(signed("{\"alg\":\"RS256\"}", good))).isEmpty();
        assertThat(tokens.read(signed("{\"alg\":\"HS384\"}", good))).isEmpty();
        assertThat(
                        tokens.read(
                                signed(
                                        "{\"alg\":\"HS256\"}",
                                        "{\"email\":\"a@b\",\"exp\":1795260131}")))
                .isEmpty();
        assertThat(
                        tokens.read(
                                signed(
                                        "{\"alg\":\"HS256\"}",
                                        "{\"email\":\"a@b\",\"iat\":1795256531}")))
                .isEmpty();
        assertThat(
                        tokens.read(
                                signed(
                                        "{\"alg\":\"HS256\"}",
                                        good.replace("}", ",\"nbf\":1795257531}"))))
                .isEmpty();
        assertThat(
                        tokens.read(
                                signed(
                                        "{\"alg\":\"HS256\"}",
                                        good.replace("}", ",\"aud\":\"other\"}"))))
                .isEmpty();
        assertThat(
                        tokens.read(
                                signed(
                                        "{\"alg\":\"HS256\"}",
                                        "{\"email\":5,\"iat\":1795256531,\"exp\":1795260131}")))
                .isEmpty();
    }

    @Test
    void garbageIsInvalid() {
        for (String text : new String[] {"", "x", "a.b.c", "...", "é.ü.ß", "a".repeat(100_000)}) {
            assertThat(tokens.read(text)).isEmpty();
        }
    }

    @Test
    void aShortSecretSignsAsConsoleMeDoes() {
        HmacTokens shortKey = tokens("short");
        String payload = "{\"email\":\"ana@corp.example\",\"iat\":1795256531,\"exp\":1795260131}";

        assertThat(shortKey.read(signed("short", "{\"alg\":\"HS256\"}", payload))).isPresent();
    }

    private HmacTokens tokens(String secret) {
        return new HmacTokens(
                IdentitySettings.from(MapConfiguration.empty().with("jwt_secret", secret)), clock);
    }

    private static String signed(String header, String payload) {
        return signed(SECRET, header, payload);
    }

    private static String signed(String secret, String header, String payload) {
        String text = base64(header) + "." + base64(payload);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
