package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration extends: in which order it counts, and what is wrong with it. */
class ConfigurationExtendsTest {
    @TempDir Path directory;
    private ConfigurationPlaces places;

    @BeforeEach
    void prepare() throws IOException {
        places = new ConfigurationPlaces(directory);
    }

    @Test
    void extendsIsDepthFirstAndTheFirstValueWins() throws IOException {
        places.write("work/consoleme.yaml", "own: top\nextends: [first.yaml, second.yaml]");
        places.write("work/first.yaml", "own: 1\na: first\nextends: [deep/third.yaml]");
        places.write("work/deep/third.yaml", "own: 3\na: third\nb: third");
        places.write("work/second.yaml", "own: 2\na: second\nb: second\nc: second");
        assertThat(places.load().tree())
                .containsEntry("own", "top")
                .containsEntry("a", "first")
                .containsEntry("b", "third")
                .containsEntry("c", "second");
    }

    @Test
    void aNestedExtendsIsRelativeToTheTopLevelFile() throws IOException {
        places.write("work/consoleme.yaml", "extends: [deep/first.yaml]");
        places.write("work/deep/first.yaml", "extends: [second.yaml]");
        places.write("work/second.yaml", "url: beside the top-level file");
        places.write("work/deep/second.yaml", "url: beside the extending file");
        assertThat(places.load().tree()).containsEntry("url", "beside the top-level file");
    }

    @Test
    void extendsMayBeAbsoluteOrASecret() throws IOException {
        Path base = places.write("elsewhere/base.yaml", "url: base");
        places.remote.put("AWS_SECRETS_MANAGER:keys", "jwt_secret: hidden");
        places.write("work/consoleme.yaml", "extends:\n- " + base + "\n- AWS_SECRETS_MANAGER:keys");
        assertThat(places.load().tree())
                .containsEntry("url", "base")
                .containsEntry("jwt_secret", "hidden");
    }

    @Test
    void aMissingExtendedFileIsReportedAndPassedOver() throws IOException {
        places.write("work/consoleme.yaml", "url: top\nextends: [missing.yaml]");
        ConfigurationFiles.Loaded loaded = places.load();
        assertThat(loaded.tree()).containsEntry("url", "top");
        assertThat(loaded.notes()).singleElement().asString().contains("there is no file");
    }

    @Test
    void aCycleIsReportedAndReadOnce() throws IOException {
        places.write("work/consoleme.yaml", "a: 1\nextends: [other.yaml]");
        places.write("work/other.yaml", "b: 2\nextends: [consoleme.yaml]");
        ConfigurationFiles.Loaded loaded = places.load();
        assertThat(loaded.sources()).hasSize(2);
        assertThat(loaded.notes()).singleElement().asString().contains("was read already");
    }

    @Test
    void anEndlessChainIsRefused() throws IOException {
        places.write("work/consoleme.yaml", "extends: [0.yaml]");
        for (int i = 0; i < 40; i++) {
            places.write("work/" + i + ".yaml", "extends: [" + (i + 1) + ".yaml]");
        }
        assertThatThrownBy(places::load).hasMessageStartingWith("extends: more than");
    }

    @Test
    void aFileThatIsNoMapIsRefusedAndAnEmptyOneNoted() throws IOException {
        places.write("work/consoleme.yaml", "- a list");
        assertThatThrownBy(places::load).hasMessageContaining("consoleme.yaml: a configuration is");
        places.write("work/consoleme.yaml", "# nothing yet");
        assertThat(places.load().notes()).singleElement().asString().endsWith("is empty");
    }

    @Test
    void anExtendsOfAnotherShapeIsRefused() throws IOException {
        places.write("work/consoleme.yaml", "extends: {a: b}");
        assertThatThrownBy(places::load).hasMessageStartingWith("extends: is a list of files");
    }

    @Test
    void theRecordedConfigurationMergesAsConsoleMeMergedIt() throws IOException {
        Path golden = Path.of("src/test/resources/golden/config").toAbsolutePath();
        places.variables.put("CONFIG_LOCATION", golden.resolve("recorded.yaml").toString());
        ConfigurationFiles.Loaded loaded = places.load();
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
}
