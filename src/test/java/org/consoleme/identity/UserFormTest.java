package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.consoleme.shared.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserFormTest {
    @ParameterizedTest
    @ValueSource(strings = {"alice@example.com", "a+b.c@example.com", "日本@example.com", "o_k-1@x"})
    void lg20_addressesAreNames(String name) {
        assertThat(UserForm.EMAIL.parse(name).value()).isEqualTo(name);
    }

    /** A name cut off at # is another person's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "",
                " ",
                "a@",
                "@b",
                "a@b@c",
                "a b@c",
                "a/b@c",
                "a?x=1@b",
                "a#b@x",
                "a%b@c",
                "..",
                "a\u0000@b",
                "a\u202eb@c",
                "a;b@c",
                "<a>@b",
                "a`b@c"
            })
    void lg20_whatMayHaveBeenCutOffOrMeansMoreIsRefused(String name) {
        assertThatThrownBy(() -> UserForm.EMAIL.parse(name)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "CORP.alice", "alice@example.com"})
    void anyFormTakesPlainNamesToo(String name) {
        assertThat(UserForm.ANY.parse(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "a#b", "a%b", "\t"})
    void anyFormStillRefusesWhatAPathCannotCarry(String name) {
        assertThatThrownBy(() -> UserForm.ANY.parse(name)).isInstanceOf(ProblemException.class);
    }
}
