package org.consoleme.web.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.consoleme.web.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose mistake it is that a body was not read. */
class UnreadableBodyTest {
    record Wanted(List<String> changes) {}

    /** Nothing says which class it is. */
    interface Unfinished {
        String name();
    }

    private static Throwable reading(byte[] body, Class<?> type) {
        return catchThrowable(() -> Json.MAPPER.readValue(new ByteArrayInputStream(body), type));
    }

    /** Text; UCS-4 in an order that nobody uses; UTF-32 beyond Unicode, and cut off; bad UTF-8. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "6e6f",
                "7b",
                "5b5d",
                "007b0000",
                "00007b00",
                "0000007b00110000",
                "7b00000000001100",
                "0000007b0000",
                "7b2261223a22c322"
            })
    void whatIsNoJsonIsTheSendersMistake(String hex) {
        Throwable thrown = reading(HexFormat.of().parseHex(hex), Wanted.class);

        assertThat(thrown).isNotNull();
        assertThat(UnreadableBody.is(thrown)).as(thrown.toString()).isTrue();
    }

    @Test
    void aClassOfOursThatCannotBeReadIsOurs() {
        Throwable thrown = reading(new byte[] {'{', '}'}, Unfinished.class);

        assertThat(thrown).isInstanceOf(InvalidDefinitionException.class);
        assertThat(UnreadableBody.is(thrown)).isFalse();
    }

    @Test
    void aFileOfOursThatCannotBeReadIsOurs() {
        assertThat(UnreadableBody.is(new IOException("disk"))).isFalse();
        assertThat(UnreadableBody.is(new UncheckedIOException(new IOException("disk")))).isFalse();
    }
}
