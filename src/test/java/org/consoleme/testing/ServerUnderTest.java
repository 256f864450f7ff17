package org.consoleme.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The running server that a test talks to, with header sign-in from loopback: named by system
 * properties, else the local stack's.
 *
 * @param base without a slash at its end
 * @param engineer has at least two roles
 * @param groups for the groups header; empty where the server's own directory knows them
 * @param other another person
 */
public record ServerUnderTest(String base, String engineer, Optional<String> groups, String other) {
    private static final Path LOCAL_STACK = Path.of("target", "local-stack.json");

    /** Aborts the test, with the reason, where no server is to be found. */
    public static ServerUnderTest find() {
        String url = System.getProperty("consoleme.test.url", "");
        if (!url.isEmpty()) {
            return new ServerUnderTest(
                    url,
                    System.getProperty("consoleme.test.user", "engineer@example.com"),
                    Optional.ofNullable(System.getProperty("consoleme.test.groups")),
                    "somebody.else@example.com");
        }
        try {
            JsonNode stack = new ObjectMapper().readTree(Files.readString(LOCAL_STACK));
            return new ServerUnderTest(
                    stack.path("server").textValue(),
                    "engineer@example.com",
                    Optional.empty(),
                    "approver@example.com");
        } catch (IOException e) {
            return abort("no server: neither -Dconsoleme.test.url nor " + LOCAL_STACK);
        }
    }
}
