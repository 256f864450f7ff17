package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackKeyTest {
    @Test
    void aKeyIsReadAsItIsWritten() {
        SlackKey key = new SlackKey("E012", "U345");

        assertThat(key).hasToString("E012#U345");
        assertThat(SlackKey.parse("E012#U345")).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T1", "#U1", "T1#", "T1#U1#U2", "T 1#U1", "T1#U<1>"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> SlackKey.parse(text)).isInstanceOf(ProblemException.class);
    }
}
