package org.consoleme.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathFilterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/get_roles",
                "/api/v1/get_roles/",
                "/role/arn:aws:iam::111111111111:role/path/Alpha",
                "/role/arn%3Aaws%3Aiam%3A%3A111111111111%3Arole%2FAlpha",
                "/noauth/v1/challenge_generator/a+b@example.com",
                "/noauth/v1/challenge_generator/%E6%97%A5@example.com"
            })
    void onePlainSpellingPasses(String path) {
        assertThat(PathFilter.plain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a;x=1",
                "/a//b",
                "/a/%2e%2e/b",
                "/a/../b",
                "/./a",
                "/a%2F%2Fb",
                "/a%00",
                "/a\\b",
                "/a%5cb",
                "/%zz",
                "/%",
                "/%ff"
            })
    void bi09_whatCouldBeReadInTwoWaysIsRefused(String path) {
        assertThat(PathFilter.plain(path)).isFalse();
    }
}
