package org.consoleme.platform.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 500)
    void anyTextComesBack(@ForAll String name, @ForAll String value) throws IOException {
        String json = new JsonText().open('{').name(name).text(value).close('}').toString();

        assertThat(json).matches("[ -~]*");
        assertThat(JSON.readTree(json).get(name).textValue()).isEqualTo(value);
    }

    @Test
    void spellsAsPythonDoes() throws IOException {
        assertThat(
                        JsonText.respell(
                                "{\"a\":[1,2.50,true,null,{}],\"b\":{\"c\":\"\\/ü\"},\"d\":[]}"))
                .isEqualTo(
                        "{\"a\": [1, 2.50, true, null, {}], \"b\": {\"c\": \"/\\u00fc\"}, \"d\": []}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{} {}", "{}x", "[1,]", "{\"a\"}", "nope"})
    void whatIsNotOneValueIsRefused(String text) {
        assertThatThrownBy(() -> JsonText.respell(text)).isInstanceOf(IOException.class);
    }

    @Test
    void nestingIsBounded() {
        assertThatThrownBy(() -> JsonText.respell("[".repeat(5000)))
                .isInstanceOf(IOException.class);
    }
}
