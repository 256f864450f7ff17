package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a newcomer sees of the very first run, which fetches more than a gigabyte. */
class FirstRunTest {
    /** The README promises it; without the lines a slow fetch looks like a build that hangs. */
    @Test
    void mavenShowsWhatItFetchesButForTheMachineThatNobodyWatches() throws IOException {
        Path forEverybody = Path.of(".mvn/maven.config");

        assertThat(Files.exists(forEverybody) ? Files.readString(forEverybody) : "")
                .doesNotContain("no-transfer-progress", "-ntp", "--quiet", "-q");
        assertThat(Files.readString(Path.of(".ci/run")))
                .contains("export MAVEN_ARGS=\"--no-transfer-progress ");
    }
}
