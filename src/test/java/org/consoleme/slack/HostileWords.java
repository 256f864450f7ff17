package org.consoleme.slack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people may write so that something happens in Slack; a test that has one of these runs with
 * each.
 */
final class HostileWords {
    private HostileWords() {}

    /** Would notify somebody. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<!here>",
                "<!everyone>",
                "<!subteam^S1>",
                "<@U0APPROVER>",
                "@channel"
            })
    @interface Mentions {}

    /** Would lead somewhere else. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://evil.example|Approve here>",
                "evil.example",
                "<mailto:x@evil.example|mail>",
                "https://evil.example/x"
            })
    @interface Links {}
}
