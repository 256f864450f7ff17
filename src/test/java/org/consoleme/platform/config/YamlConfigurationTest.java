package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

class YamlConfigurationTest {

    @Test
    void valuesHaveTheirTypes() {
        Configuration configuration =
                yaml(
                        """
                        url: https://example.com
                        redis: {port: 6379}
                        development: no
                        auth: {trusted_proxies: [127.0.0.1/32, 10.0.0.0/8]}
                        account_ids_to_name: {"123456789012": hub}
                        cache_accounts_from_aws_organizations: [{organizations_master_role_to_assume: a}]
                        jwt_secret: hidden
                        aws: {session_duration: 900}
                        """);
        assertThat(configuration.text("url")).contains("https://example.com");
        assertThat(configuration.integer("redis.port")).contains(6379);
        assertThat(configuration.flag("development")).contains(false);
        assertThat(configuration.list("auth.trusted_proxies"))
                .containsExactly("127.0.0.1/32", "10.0.0.0/8");
        assertThat(configuration.map("account_ids_to_name")).containsEntry("123456789012", "hub");
        assertThat(configuration.maps("cache_accounts_from_aws_organizations")).hasSize(1);
        assertThat(configuration.secret("jwt_secret").orElseThrow().matches("hidden")).isTrue();
        assertThat(configuration.seconds("aws.session_duration")).contains(Duration.ofMinutes(15));
    }

    @Test
    void whatIsNotSetIsEmpty() {
        Configuration configuration = yaml("");
        assertThat(configuration.text("url")).isEmpty();
        assertThat(configuration.list("groups.can_admin")).isEmpty();
        assertThat(configuration.map("account_ids_to_name")).isEmpty();
        assertThat(configuration.maps("cache_accounts_from_aws_organizations")).isEmpty();
        assertThat(configuration.isNull("url")).isFalse();
    }

    @Test
    void anExplicitNullIsSetToNull() {
        Configuration configuration = yaml("redis: {port: null, host: }\nurl: ~");
        assertThat(configuration.isNull("redis.port")).isTrue();
        assertThat(configuration.isNull("url")).isTrue();
        assertThat(configuration.isNull("redis.db")).isFalse();
        assertThat(configuration.integer("redis.port")).isEmpty();
        assertThat(configuration.list("redis.port")).isEmpty();
        assertThat(configuration.text("redis.host.global")).isEmpty();
    }

    @Test
    void aScalarInTheMiddleOfAPathNamesTheKey() {
        assertThatThrownBy(() -> yaml("redis: {host: local}").text("redis.host.global"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                new Problem.Invalid(
                                                        "redis.host.global",
                                                        "redis.host holds text, and a map is expected there")));
    }

    @Test
    void aWrongTypeNamesTheKeyAndWhatWasExpectedAndNeverTheValue() {
        Configuration configuration =
                yaml("a: hunter2\nb: [hunter2]\nc: {hunter2: 1}\nd: true\ne: 1.5\nf: [[hunter2]]");
        assertThatThrownBy(() -> configuration.integer("a"))
                .hasMessage("a: expected a whole number, found text");
        assertThatThrownBy(() -> configuration.flag("a"))
                .hasMessage("a: expected true or false, found text");
        assertThatThrownBy(() -> configuration.map("a"))
                .hasMessage("a: expected a map, found text");
        assertThatThrownBy(() -> configuration.maps("a"))
                .hasMessage("a: expected a list of maps, found text");
        assertThatThrownBy(() -> configuration.text("b"))
                .hasMessage("b: expected text, found a list");
        assertThatThrownBy(() -> configuration.list("c"))
                .hasMessage("c: expected text, found a map");
        assertThatThrownBy(() -> configuration.text("d"))
                .hasMessage("d: expected text (put it in quotes), found true or false");
        assertThatThrownBy(() -> configuration.integer("e"))
                .hasMessage("e: expected a whole number, found a number");
        assertThatThrownBy(() -> configuration.list("f"))
                .hasMessage("f: expected text, found a list");
    }

    @Test
    void aNumberTooLargeForAnIntegerIsRefused() {
        assertThatThrownBy(() -> yaml("redis: {port: 99999999999}").integer("redis.port"))
                .hasMessageContaining("whole number");
    }

    @Test
    void aSingleValueIsAListOfOneAndNullsInListsAreLeftOut() {
        assertThat(yaml("application_admin: admins").list("application_admin"))
                .containsExactly("admins");
        assertThat(yaml("application_admin: [a, null, 7]").list("application_admin"))
                .containsExactly("a", "7");
    }

    @Test
    void ourKeysComeFromSystemPropertyThenEnvironmentThenYaml() {
        String yaml = "slack: {signing_secret: yaml}";
        Map<String, String> environment = Map.of("SLACK_SIGNING_SECRET", "environment");
        Map<String, String> property = Map.of("slack.signing_secret", "property");
        assertThat(yaml(yaml, Map.of(), Map.of()).text("slack.signing_secret")).contains("yaml");
        assertThat(yaml(yaml, environment, Map.of()).text("slack.signing_secret"))
                .contains("environment");
        assertThat(yaml(yaml, environment, property).text("slack.signing_secret"))
                .contains("property");
    }

    @Test
    void listsFlagsAndNumbersOfOursComeFromTheEnvironment() {
        Configuration configuration =
                yaml(
                        "",
                        Map.of(
                                "AUTH_TRUSTED_PROXIES", "127.0.0.1/32, 10.0.0.0/8",
                                "REDIS_TLS", "true",
                                "REDIS_COORDINATION_DB", "3"),
                        Map.of());
        assertThat(configuration.list("auth.trusted_proxies"))
                .containsExactly("127.0.0.1/32", "10.0.0.0/8");
        assertThat(configuration.flag("redis.tls")).contains(true);
        assertThat(configuration.integer("redis.coordination_db")).contains(3);
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        assertThat(
                        yaml("slack: {bot_token: yaml}", Map.of("SLACK_BOT_TOKEN", ""), Map.of())
                                .text("slack.bot_token"))
                .contains("yaml");
    }

    @Test
    void consoleMesKeysNeverComeFromTheEnvironment() {
        Configuration configuration =
                yaml(
                        "aws: {region: eu-west-1}",
                        Map.of("AWS_REGION", "us-gov-east-1", "URL", "http://evil.example.com"),
                        Map.of("aws.region", "us-gov-east-1"));
        assertThat(configuration.text("aws.region")).contains("eu-west-1");
        assertThat(configuration.text("url")).isEmpty();
    }

    @Test
    void defect18_theDynamicConfigurationsTableHasItsOwnKeyAndTheOldOneIsAccepted() {
        String key = "aws.dynamic_config_dynamo_table";
        assertThat(yaml("aws: {group_log_dynamo_table: old}").text(key)).contains("old");
        assertThat(
                        yaml("aws: {group_log_dynamo_table: audit, dynamic_config_dynamo_table: new}")
                                .text(key))
                .contains("new");
    }

    @Test
    void defect19_theReadersKeyIsAnAliasOfTheWritersKey() {
        assertThat(yaml("redis: {s3_bucket_key: reader}").text("redis.s3_buckets_key"))
                .contains("reader");
        assertThat(
                        yaml("redis: {s3_bucket_key: reader, s3_buckets_key: writer}")
                                .text("redis.s3_buckets_key"))
                .contains("writer");
        assertThat(
                        yaml("cache_all_policy_requests: {redis_key: reader}")
                                .text("cache_policy_requests.redis_key"))
                .contains("reader");
        assertThat(
                        yaml("account_resource_cache: {sns_topics_topics_combined: {file: reader}}")
                                .text("account_resource_cache.sns_topics_combined.file"))
                .contains("reader");
    }

    @Test
    void aFlagCanBeAskedForAsText() {
        assertThat(yaml("auth: {cookie: {samesite: true}}").text("auth.cookie.samesite"))
                .contains("true");
    }

    @Test
    void valuesCannotBeChanged() {
        Configuration configuration = yaml("account_ids_to_name: {a: b}");
        assertThatThrownBy(() -> configuration.map("account_ids_to_name").put("c", "d"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(List.copyOf(configuration.map("account_ids_to_name").keySet())).hasSize(1);
    }

    private static Configuration yaml(String yaml) {
        return YamlConfiguration.ofYaml(yaml);
    }

    private static Configuration yaml(
            String yaml, Map<String, String> variables, Map<String, String> properties) {
        Object tree = SafeYaml.read("yaml", yaml).value();
        Path here = Path.of(".");
        return YamlConfiguration.of(
                tree instanceof Map<?, ?> map ? YamlTree.asTree(map) : Map.of(),
                KeyCatalogue.get(),
                new Environment(variables, properties, here, here, here));
    }
}
