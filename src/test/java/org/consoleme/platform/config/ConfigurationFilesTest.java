package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFilesTest {
    @TempDir Path directory;

    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> remote = new HashMap<>();
    private Path work;
    private Path home;

    @BeforeEach
    void directories() throws IOException {
        work = Files.createDirectories(directory.resolve("work"));
        home = Files.createDirectories(directory.resolve("home"));
    }

    @Test
    void workingDirectoryComesBeforeHomeAndHomeBeforeEtc() throws IOException {
        write("etc/consoleme/config/config.yaml", "url: etc");
        assertThat(load().tree()).containsEntry("url", "etc");
        write("home/.config/consoleme/config.yaml", "url: home");
        assertThat(load().tree()).containsEntry("url", "home");
        write("work/consoleme.yaml", "url: work");
        assertThat(load().tree()).containsEntry("url", "work");
    }

    @Test
    void exampleConfigurationIsTheLastOfTheSearchPath() throws IOException {
        write("work/example_config/example_config_development.yaml", "url: example");
        assertThat(load().tree()).containsEntry("url", "example");
    }

    @Test
    void withoutAnyFileTheStartFailsAndNamesConfigLocation() {
        assertThatThrownBy(this::load)
                .hasMessageStartingWith("CONFIG_LOCATION: is not set")
                .hasMessageContaining("consoleme.yaml");
    }

    @Test
    void configLocationWinsAndMayBeRelative() throws IOException {
        write("work/consoleme.yaml", "url: found");
        write("work/other/mine.yaml", "url: mine");
        variables.put("CONFIG_LOCATION", "other/mine.yaml");
        assertThat(load().tree()).containsEntry("url", "mine");
    }

    @Test
    void configLocationOfNoFileFails() {
        variables.put("CONFIG_LOCATION", "nowhere.yaml");
        assertThatThrownBy(this::load).hasMessageStartingWith("CONFIG_LOCATION: there is no file");
    }

    @Test
    void configLocationMayBeAnS3ObjectOrASecret() {
        remote.put("s3://bucket/a/b.yaml", "url: s3");
        remote.put("AWS_SECRETS_MANAGER:prod/consoleme", "url: secret");
        variables.put("CONFIG_LOCATION", "s3://bucket/a/b.yaml");
        assertThat(load().tree()).containsEntry("url", "s3");
        variables.put("CONFIG_LOCATION", "AWS_SECRETS_MANAGER:prod/consoleme");
        assertThat(load().tree()).containsEntry("url", "secret");
    }

    @Test
    void aPlaceInAwsThatDoesNotAnswerStopsTheStartAndNamesTheKey() throws IOException {
        variables.put("CONFIG_LOCATION", "s3://bucket/gone.yaml");
        assertThatThrownBy(this::load)
                .hasMessage(
                        "CONFIG_LOCATION: s3://bucket/gone.yaml cannot be read: S3 does not answer just now. Try again in a minute.");
        variables.clear();
        write("work/consoleme.yaml", "extends: ['AWS_SECRETS_MANAGER:gone']");
        assertThatThrownBy(this::load)
                .hasMessageStartingWith("extends: AWS_SECRETS_MANAGER:gone cannot be read");
    }

    @Test
    void badPlacesInAwsAreRefused() {
        variables.put("CONFIG_LOCATION", "s3://bucket");
        assertThatThrownBy(this::load).hasMessageContaining("s3://bucket/key");
        variables.put("CONFIG_LOCATION", "AWS_SECRETS_MANAGER: ");
        assertThatThrownBy(this::load).hasMessageContaining("name of a secret");
    }

    @Test
    void base64InTheEnvironmentIsReadWithoutWritingAFile() throws IOException {
        write("etc/consoleme/config/base.yaml", "port: 1\nurl: base");
        variables.put("CONSOLEME_CONFIG_B64", base64("url: inline\nextends: [base.yaml]"));
        ConfigurationFiles.Loaded loaded = load();
        assertThat(loaded.tree()).containsEntry("url", "inline").containsEntry("port", 1);
        assertThat(directory.resolve("etc/consoleme/config/config.yaml")).doesNotExist();
    }

    @Test
    void base64IsRelativeToConfigLocation() throws IOException {
        write("work/conf/base.yaml", "url: base");
        variables.put("CONFIG_LOCATION", "conf/consoleme.yaml");
        variables.put("CONSOLEME_CONFIG_B64", base64("extends: [base.yaml]"));
        assertThat(load().tree()).containsEntry("url", "base");
    }

    @Test
    void s3InTheEnvironmentIsRead() {
        remote.put("s3://bucket/key.yaml", "url: s3");
        variables.put("CONSOLEME_CONFIG_S3", "s3://bucket/key.yaml");
        assertThat(load().tree()).containsEntry("url", "s3");
    }

    @Test
    void twoConfigurationsInTheEnvironmentAreAnError() {
        variables.put("CONSOLEME_CONFIG_B64", base64("url: a"));
        variables.put("CONSOLEME_CONFIG_S3", "s3://bucket/key.yaml");
        assertThatThrownBy(this::load)
                .hasMessageContaining("CONSOLEME_CONFIG_B64")
                .hasMessageContaining("CONSOLEME_CONFIG_S3");
    }

    @Test
    void whatIsNoBase64IsRefusedWithoutShowingIt() {
        variables.put("CONSOLEME_CONFIG_B64", "s3cr3t!");
        assertThatThrownBy(this::load).hasMessage("CONSOLEME_CONFIG_B64: is not base64");
    }

    @Test
    void extendsIsDepthFirstAndTheFirstValueWins() throws IOException {
        write("work/consoleme.yaml", "own: top\nextends: [first.yaml, second.yaml]");
        write("work/first.yaml", "own: 1\na: first\nextends: [deep/third.yaml]");
        write("work/deep/third.yaml", "own: 3\na: third\nb: third");
        write("work/second.yaml", "own: 2\na: second\nb: second\nc: second");
        assertThat(load().tree())
                .containsEntry("own", "top")
                .containsEntry("a", "first")
                .containsEntry("b", "third")
                .containsEntry("c", "second");
    }

    @Test
    void aNestedExtendsIsRelativeToTheTopLevelFile() throws IOException {
        write("work/consoleme.yaml", "extends: [deep/first.yaml]");
        write("work/deep/first.yaml", "extends: [second.yaml]");
        write("work/second.yaml", "url: beside the top-level file");
        write("work/deep/second.yaml", "url: beside the extending file");
        assertThat(load().tree()).containsEntry("url", "beside the top-level file");
    }

    @Test
    void extendsMayBeAbsoluteOrASecret() throws IOException {
        Path base = write("elsewhere/base.yaml", "url: base");
        remote.put("AWS_SECRETS_MANAGER:keys", "jwt_secret: hidden");
        write("work/consoleme.yaml", "extends:\n- " + base + "\n- AWS_SECRETS_MANAGER:keys");
        assertThat(load().tree())
                .containsEntry("url", "base")
                .containsEntry("jwt_secret", "hidden");
    }

    @Test
    void aMissingExtendedFileIsReportedAndPassedOver() throws IOException {
        write("work/consoleme.yaml", "url: top\nextends: [missing.yaml]");
        ConfigurationFiles.Loaded loaded = load();
        assertThat(loaded.tree()).containsEntry("url", "top");
        assertThat(loaded.notes()).singleElement().asString().contains("there is no file");
    }

    @Test
    void aCycleIsReportedAndReadOnce() throws IOException {
        write("work/consoleme.yaml", "a: 1\nextends: [other.yaml]");
        write("work/other.yaml", "b: 2\nextends: [consoleme.yaml]");
        ConfigurationFiles.Loaded loaded = load();
        assertThat(loaded.sources()).hasSize(2);
        assertThat(loaded.notes()).singleElement().asString().contains("was read already");
    }

    @Test
    void anEndlessChainIsRefused() throws IOException {
        write("work/consoleme.yaml", "extends: [0.yaml]");
        for (int i = 0; i < 40; i++) {
            write("work/" + i + ".yaml", "extends: [" + (i + 1) + ".yaml]");
        }
        assertThatThrownBy(this::load).hasMessageStartingWith("extends: more than");
    }

    @Test
    void aFileThatIsNoMapIsRefusedAndAnEmptyOneNoted() throws IOException {
        write("work/consoleme.yaml", "- a list");
        assertThatThrownBy(this::load).hasMessageContaining("consoleme.yaml: a configuration is");
        write("work/consoleme.yaml", "# nothing yet");
        assertThat(load().notes()).singleElement().asString().endsWith("is empty");
    }

    @Test
    void anExtendsOfAnotherShapeIsRefused() throws IOException {
        write("work/consoleme.yaml", "extends: {a: b}");
        assertThatThrownBy(this::load).hasMessageStartingWith("extends: is a list of files");
    }

    @Test
    void aDirectoryAsFileIsRefusedWithItsName() {
        variables.put("CONFIG_LOCATION", ".");
        assertThatThrownBy(this::load).hasMessageStartingWith("CONFIG_LOCATION: ");
    }

    @Test
    void theRecordedConfigurationMergesAsConsoleMeMergedIt() throws IOException {
        Path golden = Path.of("src/test/resources/golden/config").toAbsolutePath();
        variables.put("CONFIG_LOCATION", golden.resolve("recorded.yaml").toString());
        ConfigurationFiles.Loaded loaded = load();
        YamlConfiguration configuration = YamlConfiguration.ofTree(loaded.tree());
        assertThat(loaded.sources()).hasSize(2);
        assertThat(loaded.notes()).isEmpty();
        assertThat(configuration.text("aws.account_number")).contains("123456789012");
        assertThat(configuration.text("policies.role_name")).contains("ConsoleMe");
        assertThat(configuration.list("groups.can_edit_config"))
                .containsExactly("configeditors@corp.example");
        assertThat(configuration.map("account_ids_to_name"))
                .containsEntry("300000000003", "billing-test");
        assertThat(configuration.maps("cache_accounts_from_aws_organizations"))
                .singleElement()
                .isEqualTo(
                        Map.of(
                                "organizations_master_account_id", "123456789012",
                                "organizations_master_role_to_assume", "ConsoleMe"));
    }

    private ConfigurationFiles.Loaded load() {
        Environment environment = new Environment(variables, Map.of(), work, home, directory);
        return new ConfigurationFiles(environment, Fetched::new).load();
    }

    private Path write(String file, String yaml) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, yaml);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Fetched implements RemoteText {
        @Override
        public byte[] object(String bucket, String key) {
            return fetch("s3://" + bucket + "/" + key, "S3");
        }

        @Override
        public byte[] secret(String name) {
            return fetch("AWS_SECRETS_MANAGER:" + name, "Secrets Manager");
        }

        private byte[] fetch(String place, String service) {
            if (!remote.containsKey(place)) {
                throw new ProblemException(
                        new Problem.Unavailable(service, Duration.ofSeconds(60)));
            }
            return remote.get(place).getBytes(StandardCharsets.UTF_8);
        }
    }
}
