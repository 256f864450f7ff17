package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerEnvironmentTest {
    private static final Path PROJECT = Path.of("/project");

    private static final Map<String, String> HOSTILE =
            Map.ofEntries(
                    Map.entry("PATH", "/bin"),
                    Map.entry("HOME", "/home/ana"),
                    Map.entry("LANG", "de_DE.UTF-8"),
                    Map.entry("AWS_PROFILE", "production"),
                    Map.entry("AWS_REGION", "mars-north-1"),
                    Map.entry("AWS_ACCESS_KEY_ID", "AKIAREALKEY"),
                    Map.entry("AWS_SECRET_ACCESS_KEY", "real-secret"),
                    Map.entry("AWS_SESSION_TOKEN", "real-token"),
                    Map.entry("AWS_ENDPOINT_URL", "https://real.example.com"),
                    Map.entry("AWS_ENDPOINT_URL_DYNAMODB", "https://real.example.com"),
                    Map.entry("AWS_ENDPOINT_URL_STS", "https://real.example.com"),
                    Map.entry("AWS_WEB_IDENTITY_TOKEN_FILE", "/real/token"),
                    Map.entry("AWS_CONFIG_FILE", "/real/config"),
                    Map.entry("AWS_SHARED_CREDENTIALS_FILE", "/real/credentials"),
                    Map.entry("HTTPS_PROXY", "http://proxy.example.com:3128"),
                    Map.entry("http_proxy", "http://proxy.example.com:3128"),
                    Map.entry("JAVA_TOOL_OPTIONS", "-Dhttp.proxyHost=proxy.example.com"),
                    Map.entry("JVM_ARGS", "-Dhttp.proxyHost=proxy.example.com"),
                    Map.entry("WLP_OUTPUT_DIR", "/real/output"),
                    Map.entry("CONFIG_LOCATION", "/real/consoleme.yaml"),
                    Map.entry("SLACK_SIGNING_SECRET", "real-slack-secret"));

    @Test
    void nothingOfAHostileShellReachesTheServer() {
        Map<String, String> environment = environment(HOSTILE);

        assertThat(environment.values())
                .noneMatch(value -> value.contains("real"))
                .noneMatch(value -> value.contains("proxy.example.com"))
                .doesNotContain("production", "mars-north-1");
        assertThat(environment)
                .doesNotContainKeys(
                        "AWS_PROFILE", "JAVA_TOOL_OPTIONS", "JVM_ARGS", "WLP_OUTPUT_DIR")
                .containsEntry("AWS_REGION", "us-east-1")
                .containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:8083")
                .containsEntry("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8084")
                .containsEntry("AWS_EC2_METADATA_DISABLED", "true")
                .containsEntry("HTTP_HOST", "127.0.0.1");
    }

    @Test
    void ofTheShellOnlyPathHomeAndLanguageAreKept() {
        Map<String, String> environment = environment(HOSTILE);

        assertThat(environment)
                .containsEntry("PATH", "/bin")
                .containsEntry("HOME", "/home/ana")
                .containsEntry("LANG", "de_DE.UTF-8");
        assertThat(environment.keySet())
                .containsExactlyInAnyOrder(
                        "PATH",
                        "HOME",
                        "LANG",
                        "JAVA_HOME",
                        "WLP_USER_DIR",
                        "JOB_REPOSITORY",
                        "HTTP_HOST",
                        "HTTP_PORT",
                        "CONFIG_LOCATION",
                        "AWS_REGION",
                        "AWS_ENDPOINT_URL",
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        "AWS_ACCESS_KEY_ID",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_CONFIG_FILE",
                        "AWS_SHARED_CREDENTIALS_FILE",
                        "AWS_EC2_METADATA_DISABLED");
    }

    @Test
    void slackVariablesCountOnlyTogetherWithABotToken() {
        Map<String, String> shell = new HashMap<>(HOSTILE);
        shell.put("SLACK_BOT_TOKEN", "xoxb-1");
        shell.put("SLACK_API_URL", "http://127.0.0.1:9/api/");

        assertThat(environment(shell))
                .containsEntry("SLACK_BOT_TOKEN", "xoxb-1")
                .containsEntry("SLACK_SIGNING_SECRET", "real-slack-secret")
                .containsEntry("SLACK_API_URL", "http://127.0.0.1:9/api/");
        assertThat(StackSettings.from(PROJECT, shell)).asString().doesNotContain("xoxb-1");
    }

    @Test
    void localStackVariablesNameOtherDependencies() {
        StackSettings settings =
                StackSettings.from(
                        PROJECT,
                        Map.of(
                                "LOCAL_STACK_REDIS", "redis.example.com:6379",
                                "LOCAL_STACK_DYNAMODB", "http://dynamodb.example.com:8000/",
                                "LOCAL_STACK_AWS_ENDPOINT", "https://aws.example.com"));

        assertThat(settings.redisAddress()).isEqualTo("redis.example.com:6379");
        assertThat(settings.dynamodbAddress())
                .isEqualTo(URI.create("http://dynamodb.example.com:8000"));
        assertThat(settings.awsAddress()).isEqualTo(URI.create("https://aws.example.com"));
        assertThat(settings.ports().needed(settings).keySet())
                .containsExactly(
                        "HTTP_PORT", "LOCAL_STACK_FEDERATION_PORT", "LOCAL_STACK_SLACK_PORT");
    }

    @Test
    void aVariableThatCannotBeUnderstoodIsNamed() {
        assertRefused("LOCAL_STACK_REDIS", "redis://x");
        assertRefused("LOCAL_STACK_DYNAMODB", "localhost");
        assertRefused("LOCAL_STACK_AWS_ENDPOINT", "http://user:password@host");
        assertRefused("HTTP_PORT", "80 80");
        assertRefused("LOCAL_STACK_AWS_PORT", "70000");
    }

    private static void assertRefused(String variable, String value) {
        assertThatThrownBy(() -> StackSettings.from(PROJECT, Map.of(variable, value)))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining(variable);
    }

    private static Map<String, String> environment(Map<String, String> shell) {
        StackSettings settings = StackSettings.from(PROJECT, shell);
        return ServerEnvironment.of(
                settings, settings.state(), HubCredentials.fake(), settings.slack());
    }
}
