package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import jakarta.enterprise.event.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationStartTest {
    @TempDir Path directory;

    private final LinesOf lines = new LinesOf(ConfigurationStart.class);

    @AfterEach
    void stopListening() {
        lines.close();
    }

    @Test
    void theConfigurationIsLoadedOnceAndReportedOnce() throws IOException {
        ConfigurationStart start =
                start("url: a\nfoo: 1\ntornado: {port: 1}\nplugins: {aws: other}");
        start.check(new Startup());
        assertThat(start.configuration()).isSameAs(start.configuration());
        assertThat(start.configuration().text("url")).contains("a");
        assertThat(messages(Level.WARN))
                .containsExactly(
                        "configuration: unknown keys do nothing",
                        "configuration: these keys do nothing any more",
                        "configuration: plug-ins are not loaded");
    }

    @Test
    void aWrongConfigurationStopsTheStartWithOneSentenceThatNamesTheFile() throws IOException {
        ConfigurationStart start = start("url: [");
        assertThatThrownBy(() -> start.check(new Startup()))
                .isInstanceOf(ProblemException.class)
                .hasMessageMatching(
                        ".*consoleme.yaml: is not valid YAML at line \\d+, column \\d+.*");
        assertThat(messages(Level.ERROR)).containsExactly("the configuration is wrong");
    }

    @Test
    void noLineOfTheReportHoldsAValue() throws IOException {
        start("jwt_sekret: hunter2\ntornado: {debug: hunter2}\naccount_ids_to_name: {hunter2: x}")
                .check(new Startup());
        assertThat(lines.all())
                .isNotEmpty()
                .allSatisfy(
                        event ->
                                assertThat(event.getFormattedMessage() + event.getKeyValuePairs())
                                        .doesNotContain("hunter2"));
    }

    @Test
    void aConfigurationPlugInOfTheOriginalIsNamedAsNotLoaded() throws IOException {
        start("url: a", Map.of("CONSOLEME_CONFIG_ENTRYPOINT", "example_config"))
                .check(new Startup());
        assertThat(messages(Level.WARN)).containsExactly("configuration: plug-ins are not loaded");
        assertThat(lines.all())
                .anySatisfy(
                        event ->
                                assertThat(String.valueOf(event.getKeyValuePairs()))
                                        .contains("CONSOLEME_CONFIG_ENTRYPOINT"));
    }

    @Test
    void theOriginalsOwnConfigurationPlugInIsNothingToReport() throws IOException {
        start("url: a", Map.of("CONSOLEME_CONFIG_ENTRYPOINT", "default_config"))
                .check(new Startup());
        assertThat(messages(Level.WARN)).isEmpty();
    }

    private ConfigurationStart start(String yaml) throws IOException {
        return start(yaml, Map.of());
    }

    private ConfigurationStart start(String yaml, Map<String, String> variables)
            throws IOException {
        Files.writeString(directory.resolve("consoleme.yaml"), yaml);
        Environment environment =
                new Environment(variables, Map.of(), directory, directory, directory);
        return new ConfigurationStart(
                environment,
                () -> {
                    throw new AssertionError("nothing lies in AWS here");
                });
    }

    private List<String> messages(Level level) {
        return lines.all().stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
