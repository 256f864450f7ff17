package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CurrentDynamicConfigurationTest {
    private static final Instant AT = Instant.ofEpochSecond(1_795_256_623);
    private static final String GRANTS = "groups: {can_admin: [stored]}";

    private final CurrentDynamicConfiguration current =
            new CurrentDynamicConfiguration(
                    YamlConfiguration.ofYaml("dynamic_config: {groups: {can_admin: [static]}}"));

    @Test
    void theStaticBlockCountsUntilTheFirstVersionIsRead() {
        assertThat(current.get().group("can_admin")).containsExactly("static");
        assertThat(current.isLoaded()).isFalse();
        assertThat(current.accept(GRANTS, "ann", AT)).isTrue();
        assertThat(current.get().group("can_admin")).containsExactly("stored");
        assertThat(current.isLoaded()).isTrue();
    }

    @Test
    void aStoredVersionReplacesTheStaticBlockAsAWhole() {
        current.accept("dynamo_load_interval: 5", "ann", AT);
        assertThat(current.get().group("can_admin")).isEmpty();
    }

    @Test
    void defect3_emptiedDynamicConfigurationTakesEffect() {
        current.accept(GRANTS, "ann", AT);
        assertThat(current.accept("", "ann", AT.plusSeconds(60))).isTrue();
        assertThat(current.get().group("can_admin")).isEmpty();
        assertThat(current.isLoaded()).isTrue();
    }

    @Test
    void aVersionThatCannotBeReadLeavesTheLastGoodOne() {
        current.accept(GRANTS, "ann", AT);
        assertThatThrownBy(() -> current.accept("- a list", "ann", AT))
                .hasMessageStartingWith("dynamic_config: ");
        assertThat(current.get().group("can_admin")).containsExactly("stored");
    }

    @Test
    void theSameVersionAgainIsNoChange() {
        current.accept(GRANTS, "ann", AT);
        assertThat(current.accept(GRANTS, "bo", AT.plusSeconds(60))).isFalse();
        assertThat(current.get().updatedBy()).contains("bo");
    }

    @Test
    void aStaticBlockThatIsNoMapStopsTheStart() {
        assertThatThrownBy(
                        () ->
                                new CurrentDynamicConfiguration(
                                        YamlConfiguration.ofYaml("dynamic_config: text")))
                .hasMessage("dynamic_config: expected a map, found text");
    }
}
