package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.platform.config.ConfigurationPlaces.base64;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFilesTest {
    @TempDir Path directory;
    private ConfigurationPlaces places;

    @BeforeEach
    void prepare() throws IOException {
        places = new ConfigurationPlaces(directory);
    }

    @Test
    void workingDirectoryComesBeforeHomeAndHomeBeforeEtc() throws IOException {
        places.write("etc/consoleme/config/config.yaml", "url: etc");
        assertThat(places.load().tree()).containsEntry("url", "etc");
        places.write("home/.config/consoleme/config.yaml", "url: home");
        assertThat(places.load().tree()).containsEntry("url", "home");
        places.write("work/consoleme.yaml", "url: work");
        assertThat(places.load().tree()).containsEntry("url", "work");
    }

    @Test
    void exampleConfigurationIsTheLastOfTheSearchPath() throws IOException {
        places.write("work/example_config/example_config_development.yaml", "url: example");
        assertThat(places.load().tree()).containsEntry("url", "example");
    }

    @Test
    void withoutAnyFileTheStartFailsAndNamesConfigLocation() {
        assertThatThrownBy(places::load)
                .hasMessageStartingWith("CONFIG_LOCATION: is not set")
                .hasMessageContaining("consoleme.yaml");
    }

    @Test
    void configLocationWinsAndMayBeRelative() throws IOException {
        places.write("work/consoleme.yaml", "url: found");
        places.write("work/other/mine.yaml", "url: mine");
        places.variables.put("CONFIG_LOCATION", "other/mine.yaml");
        assertThat(places.load().tree()).containsEntry("url", "mine");
    }

    @Test
    void configLocationOfNoFileFails() {
        places.variables.put("CONFIG_LOCATION", "nowhere.yaml");
        assertThatThrownBy(places::load)
                .hasMessageStartingWith("CONFIG_LOCATION: there is no file");
    }

    @Test
    void configLocationMayBeAnS3ObjectOrASecret() {
        places.remote.put("s3://bucket/a/b.yaml", "url: s3");
        places.remote.put("AWS_SECRETS_MANAGER:prod/consoleme", "url: secret");
        places.variables.put("CONFIG_LOCATION", "s3://bucket/a/b.yaml");
        assertThat(places.load().tree()).containsEntry("url", "s3");
        places.variables.put("CONFIG_LOCATION", "AWS_SECRETS_MANAGER:prod/consoleme");
        assertThat(places.load().tree()).containsEntry("url", "secret");
    }

    @Test
    void aPlaceInAwsThatDoesNotAnswerStopsTheStartAndNamesTheKey() throws IOException {
        places.variables.put("CONFIG_LOCATION", "s3://bucket/gone.yaml");
        assertThatThrownBy(places::load)
                .hasMessage(
                        "CONFIG_LOCATION: s3://bucket/gone.yaml cannot be read: S3 does not answer just now. Try again in a minute.");
        places.variables.clear();
        places.write("work/consoleme.yaml", "extends: ['AWS_SECRETS_MANAGER:gone']");
        assertThatThrownBy(places::load)
                .hasMessageStartingWith("extends: AWS_SECRETS_MANAGER:gone cannot be read");
    }

    @Test
    void badPlacesInAwsAreRefused() {
        places.variables.put("CONFIG_LOCATION", "s3://bucket");
        assertThatThrownBy(places::load).hasMessageContaining("s3://bucket/key");
        places.variables.put("CONFIG_LOCATION", "AWS_SECRETS_MANAGER: ");
        assertThatThrownBy(places::load).hasMessageContaining("name of a secret");
    }

    @Test
    void base64InTheEnvironmentIsReadWithoutWritingAFile() throws IOException {
        places.write("etc/consoleme/config/base.yaml", "port: 1\nurl: base");
        places.variables.put("CONSOLEME_CONFIG_B64", base64("url: inline\nextends: [base.yaml]"));
        ConfigurationFiles.Loaded loaded = places.load();
        assertThat(loaded.tree()).containsEntry("url", "inline").containsEntry("port", 1);
        assertThat(directory.resolve("etc/consoleme/config/config.yaml")).doesNotExist();
    }

    @Test
    void base64IsRelativeToConfigLocation() throws IOException {
        places.write("work/conf/base.yaml", "url: base");
        places.variables.put("CONFIG_LOCATION", "conf/consoleme.yaml");
        places.variables.put("CONSOLEME_CONFIG_B64", base64("extends: [base.yaml]"));
        assertThat(places.load().tree()).containsEntry("url", "base");
    }

    @Test
    void s3InTheEnvironmentIsRead() {
        places.remote.put("s3://bucket/key.yaml", "url: s3");
        places.variables.put("CONSOLEME_CONFIG_S3", "s3://bucket/key.yaml");
        assertThat(places.load().tree()).containsEntry("url", "s3");
    }

    @Test
    void twoConfigurationsInTheEnvironmentAreAnError() {
        places.variables.put("CONSOLEME_CONFIG_B64", base64("url: a"));
        places.variables.put("CONSOLEME_CONFIG_S3", "s3://bucket/key.yaml");
        assertThatThrownBy(places::load)
                .hasMessageContaining("CONSOLEME_CONFIG_B64")
                .hasMessageContaining("CONSOLEME_CONFIG_S3");
    }

    @Test
    void whatIsNoBase64IsRefusedWithoutShowingIt() {
        places.variables.put("CONSOLEME_CONFIG_B64", "s3cr3t!");
        assertThatThrownBy(places::load).hasMessage("CONSOLEME_CONFIG_B64: is not base64");
    }

    @Test
    void aDirectoryAsFileIsRefusedWithItsName() {
        places.variables.put("CONFIG_LOCATION", ".");
        assertThatThrownBy(places::load).hasMessageStartingWith("CONFIG_LOCATION: ");
    }
}
