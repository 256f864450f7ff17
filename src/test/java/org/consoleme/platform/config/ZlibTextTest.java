package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

class ZlibTextTest {

    @Property(tries = 200)
    void whatIsDeflatedComesBack(@ForAll String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(ZlibText.inflated(ZlibText.deflated(text), utf8.length)).isEqualTo(utf8);
    }

    @Property(tries = 100)
    void moreThanTheBoundNeverComesOut(
            @ForAll @IntRange(min = 1, max = 200_000) int size,
            @ForAll @IntRange(min = 0, max = 200_000) int max) {
        byte[] stream = ZlibText.deflated("a".repeat(size));
        if (size <= max) {
            assertThat(ZlibText.inflated(stream, max)).hasSize(size);
        } else {
            assertThatThrownBy(() -> ZlibText.inflated(stream, max))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(new Problem.TooLarge(max)));
        }
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefusedAndNothingElse(@ForAll @Size(max = 200) byte[] bytes) {
        try {
            assertThat(ZlibText.inflated(bytes, 1000)).hasSizeLessThanOrEqualTo(1000);
        } catch (ProblemException e) {
            assertThat(e.problem()).isInstanceOfAny(Problem.Invalid.class, Problem.TooLarge.class);
        }
    }

    @Example
    void aStreamThatIsCutShortIsRefused() {
        byte[] stream = ZlibText.deflated("groups: {can_admin: [a]}");
        assertThatThrownBy(() -> ZlibText.inflated(Arrays.copyOf(stream, stream.length - 5), 1000))
                .hasMessage("dynamic_config: is cut short");
        assertThatThrownBy(() -> ZlibText.inflated(new byte[0], 1000))
                .hasMessage("dynamic_config: is cut short");
    }

    @Example
    void gzipIsRefused() {
        assertThatThrownBy(() -> ZlibText.inflated(new byte[] {0x1f, (byte) 0x8b, 8, 0}, 1000))
                .hasMessage("dynamic_config: is not a zlib stream");
    }
}
