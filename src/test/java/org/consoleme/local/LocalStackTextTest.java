package org.consoleme.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.consoleme.local.LocalStackText.Addresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTextTest {
    @TempDir private Path folder;

    @Test
    void theFirstSlackCommandIsSaidToAskForALink() {
        assertThat(text(Path.of("/project"), Map.of()))
                .contains("Three things to try")
                .contains("type: /consoleme creds admin")
                .contains("asks you to link your account: do, and type the line again");
    }

    @Test
    void theCommandsRunAsPrintedInAFolderWithASpaceAndAQuote() throws Exception {
        Path project = Files.createDirectories(folder.resolve("My Project's clone"));
        Path aws = Files.createDirectories(project.resolve(".local-stack/venv/bin")).resolve("aws");
        Files.writeString(aws, "#!/bin/sh\necho called: $1 $2\n");
        assertThat(aws.toFile().setExecutable(true)).isTrue();

        String said = bash(paste(text(project, Map.of())));

        assertThat(said).contains("called: sts get-caller-identity");
        assertThat(said).contains("-c " + project.resolve(".local-stack/cookies") + " ");
    }

    @Test
    void inAnAwsOfSomebodyElseNoDemoRoleIsNamed() {
        String text =
                text(
                        Path.of("/project"),
                        Map.of("LOCAL_STACK_AWS_ENDPOINT", "http://aws.example.com"));

        assertThat(text)
                .contains("Two things to try", "type: /consoleme help", "no demo organization")
                .doesNotContain("admin", "venv", "engineer@example.com");
    }

    @Test
    void ofSomebodyElsesDynamoDbItIsSaidThatItsTablesMustBeThere() {
        assertThat(
                        text(
                                Path.of("/project"),
                                Map.of("LOCAL_STACK_DYNAMODB", "http://dynamodb.example.com")))
                .contains("no table is made in it", "src/docs/operator/tables.md");
        assertThat(text(Path.of("/project"), Map.of())).doesNotContain("tables.md");
    }

    private static String text(Path project, Map<String, String> environment) {
        StackSettings settings = StackSettings.from(project, environment);
        StackDescription stack =
                new StackDescription(
                        StackDescription.VERSION,
                        settings.serverAddress().toString(),
                        "http://127.0.0.1:8082",
                        settings.awsAddress().toString(),
                        settings.dynamodbAddress().toString(),
                        settings.redisAddress(),
                        settings.federationAddress().toString(),
                        List.of(),
                        List.of());
        return LocalStackText.ready(new Addresses(settings, stack), Progress.silent());
    }

    private static String paste(String text) {
        return text.substring(text.indexOf("     (unset"));
    }

    /** With a curl that says how it was called, and hands out keys. */
    private static String bash(String commands) throws Exception {
        String curl =
                """
                curl() { echo "curl $*" >&2; echo '{"Credentials": {"AccessKeyId": "a", "SecretAccessKey": "s", "SessionToken": "t"}}'; }
                """;
        Process shell =
                new ProcessBuilder("bash", "-c", curl + commands).redirectErrorStream(true).start();
        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
