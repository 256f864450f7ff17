package org.consoleme.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.consoleme.local.LocalStackParts;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** The {@code aws} command, as an administrator of an account runs it against the stand-in AWS. */
record AwsCommand(SpokeAccount account) {
    private static final long SECONDS = 60;

    /**
     * @return what it prints
     * @throws AssertionError if it fails
     */
    JsonNode run(String... words) {
        Path aws = LocalStackParts.pythonWithMoto(Path.of("").toAbsolutePath());
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        aws.resolveSibling("aws").toString(),
                                        "--endpoint-url",
                                        account.aws().toString(),
                                        "--output",
                                        "json"),
                                Stream.of(words))
                        .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        environment(builder.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new AssertionError(command + ": " + said);
            }
            return Reply.json(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Nothing of the shell's own accounts. */
    private void environment(Map<String, String> environment) {
        AwsSessionCredentials keys = (AwsSessionCredentials) account.keys().resolveCredentials();
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("PYTHON"));
        environment.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
        environment.put("AWS_SESSION_TOKEN", keys.sessionToken());
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_DEFAULT_REGION", "us-east-1");
        environment.put("AWS_CONFIG_FILE", "/dev/null");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
    }
}
