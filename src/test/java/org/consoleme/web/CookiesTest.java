package org.consoleme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consoleme.testing.FakeRequest;
import org.junit.jupiter.api.Test;

class CookiesTest {
    @Test
    void allCookiesOfOneNameAreSeenInTheirOrder() {
        FakeRequest request =
                new FakeRequest("/", "127.0.0.1")
                        .header("Cookie", "a=1; b=\"2\"; a=; x; =y; a=e=q")
                        .header("Cookie", "a=4");

        assertThat(Cookies.values(request.get(), "a")).containsExactly("1", "", "e=q", "4");
        assertThat(Cookies.values(request.get(), "b")).containsExactly("2");
        assertThat(Cookies.values(request.get(), "x")).isEmpty();
    }

    /** 12.7: without Path=/ weep keeps two cookies of one name. */
    @Test
    void everyCookieIsForTheWholeSite() {
        assertThat(Cookies.line("n", "v", Duration.ofMinutes(1), true, true, "Lax"))
                .isEqualTo("n=v; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax");
    }
}
