package org.consoleme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

class WebSettingsTest {
    @Test
    void defaultsArePinned() {
        assertThat(WebSettings.from(MapConfiguration.empty()))
                .isEqualTo(
                        new WebSettings(
                                Optional.empty(),
                                "consoleme_auth",
                                false,
                                true,
                                "Lax",
                                List.of(),
                                Optional.empty(),
                                true,
                                new XsrfCookie("_xsrf", Duration.ofDays(30), false, "Strict"),
                                1 << 20));
    }

    @Test
    void everyKeyIsRead() {
        assertThat(
                        WebSettings.from(
                                MapConfiguration.empty()
                                        .with("url", "https://consoleme.example.com/")
                                        .with("auth_cookie_name", "session")
                                        .with("auth.cookie.httponly", false)
                                        .with("auth.cookie.samesite", "Strict")
                                        .with(
                                                "tornado.xsrf_cookie_kwargs",
                                                Map.of(
                                                        "samesite",
                                                        (Object) "lax",
                                                        "secure",
                                                        false,
                                                        "expires_days",
                                                        7))
                                        .with("auth.trusted_proxies", List.of("10.0.0.0/8"))
                                        .with("auth.remote_ip.trusted_remote_ip_header", "X-Real")
                                        .with("tornado.xsrf", false)
                                        .with("xsrf_cookie_name", "csrf")
                                        .with("web.max_body_bytes", 10)))
                .isEqualTo(
                        new WebSettings(
                                Optional.of("https://consoleme.example.com"),
                                "session",
                                true,
                                false,
                                "Strict",
                                List.of(Cidr.parse("key", "10.0.0.0/8")),
                                Optional.of("X-Real"),
                                false,
                                new XsrfCookie("csrf", Duration.ofDays(7), false, "Lax"),
                                10));
    }

    /** D-22: ConsoleMe's default of {@code true} is no value that a browser knows. */
    @Test
    void d22_sameSiteIsAlwaysAWordThatBrowsersKnow() {
        assertThat(
                        WebSettings.from(
                                        MapConfiguration.empty().with("auth.cookie.samesite", true))
                                .sameSite())
                .isEqualTo("Lax");
    }

    @Test
    void aLifeThatNoBrowserKeepsIsRefused() {
        for (Map<String, Object> wrong :
                List.of(
                        Map.<String, Object>of("expires_days", 0),
                        Map.<String, Object>of("max_age", -1),
                        Map.<String, Object>of("expires_days", 401))) {
            assertThatThrownBy(
                            () ->
                                    WebSettings.from(
                                            MapConfiguration.empty()
                                                    .with("tornado.xsrf_cookie_kwargs", wrong)))
                    .hasMessageContaining("tornado.xsrf_cookie_kwargs");
        }
    }

    @Test
    void namesThatNoCookieCanHaveAreRefused() {
        for (String name : new String[] {"", "a b", "a;b", "a=b", "é"}) {
            assertThatThrownBy(
                            () ->
                                    WebSettings.from(
                                            MapConfiguration.empty()
                                                    .with("auth_cookie_name", name)))
                    .isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> WebSettings.from(MapConfiguration.empty().with("url", "example")))
                .isInstanceOf(ProblemException.class);
    }
}
