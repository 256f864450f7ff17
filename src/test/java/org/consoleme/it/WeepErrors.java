package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.consoleme.testing.WeepClient;

/**
 * The one envelope (section 5.3 of weep's contract): its shape satisfies both of weep's parsers.
 */
final class WeepErrors {
    private static final List<String> TEXTS =
            List.of(
                    "status",
                    "reason",
                    "code",
                    "message",
                    "requested_role",
                    "exception",
                    "request_id");

    private WeepErrors() {}

    static void assertEnvelope(WeepClient.Answer answer, String code) {
        JsonNode body = answer.json();
        assertThat(answer.status()).isBetween(400, 599);
        TEXTS.forEach(name -> assertThat(body.path(name).isTextual()).as(name).isTrue());
        assertThat(body.path("status_code").intValue()).isEqualTo(answer.status());
        assertThat(body.path("errors").isArray()).isTrue();
        assertThat(body.path("data").isNull()).isTrue();
        assertThat(body.path("code").textValue()).isEqualTo(code);
    }
}
