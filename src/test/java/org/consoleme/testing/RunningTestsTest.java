package org.consoleme.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunningTestsTest {
    /** Nobody starts these. */
    abstract static class Inherited {
        @Test
        void inherited() {
            throw new AssertionError("only looked at");
        }
    }

    static class Mixed extends Inherited {
        @Test
        void runs() {
            throw new AssertionError("only looked at");
        }

        @Test
        @Disabled("to be seen as such")
        void disabled() {
            throw new AssertionError("only looked at");
        }

        /** As quiet as a test without its annotation. */
        void unmarked() {
            throw new AssertionError("only looked at");
        }

        @Nested
        class Within {
            @Test
            void nested() {
                throw new AssertionError("only looked at");
            }
        }

        @Nested
        @Disabled("to be seen as such")
        class Off {
            @Test
            void nestedInWhatIsDisabled() {
                throw new AssertionError("only looked at");
            }
        }
    }

    @Test
    void whatIsMarkedAndNotDisabledRunsAlsoIfInheritedOrNested() {
        assertThat(RunningTests.of(Mixed.class).map(Method::getName))
                .containsExactlyInAnyOrder("inherited", "runs", "nested");
    }

    @Test
    void anAbstractClassRunsNothing() {
        assertThat(RunningTests.of(Inherited.class)).isEmpty();
    }

    @Test
    void theClassesOfAFolderAreFoundByTheirSources() throws NoSuchMethodException {
        assertThat(RunningTests.in(Path.of("src/test/java/org/consoleme/testing")))
                .contains(RunningTestsTest.class.getDeclaredMethod("anAbstractClassRunsNothing"))
                .doesNotContain(Mixed.class.getDeclaredMethod("runs"));
    }
}
