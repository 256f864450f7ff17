package org.consoleme.web;

import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.consoleme.operations.Check;
import org.consoleme.shared.Single;

/**
 * Whether the TLS listener has a key. The server opens the port all the same, and then breaks off
 * every handshake without a word to anybody.
 */
@Single
public class TlsCheck implements Check {
    private static final String PORT = "HTTPS_PORT";
    private static final String KEYS = "HTTPS_KEYSTORE";

    /** Where Liberty looks for variables besides the environment. */
    private static final String FOLDERS = "VARIABLE_SOURCE_DIRS";

    private static final String SEPARATOR = Pattern.quote(File.pathSeparator);

    private final Map<String, String> environment;

    @Inject
    public TlsCheck() {
        this(System.getenv());
    }

    TlsCheck(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return "tls";
    }

    @Override
    public Finding look() {
        String port = variable(PORT);
        if (port.isEmpty() || port.startsWith("-")) {
            return Finding.off("HTTPS_PORT is not set");
        }
        String keys = variable(KEYS);
        if (keys.isEmpty()) {
            return Finding.degraded(
                    "port "
                            + port
                            + " is open, but HTTPS_KEYSTORE is not set: every handshake fails",
                    "Set HTTPS_KEYSTORE and HTTPS_KEYSTORE_PASSWORD to a PKCS12 file with the"
                            + " server's key, or leave HTTPS_PORT out.");
        }
        return Files.isReadable(Path.of(keys))
                ? Finding.up("port " + port)
                : Finding.degraded(
                        "port " + port + " is open, but the file of HTTPS_KEYSTORE cannot be read",
                        "Put the PKCS12 file there, readable for the server.");
    }

    /** Empty if nobody says; a folder's file of that name counts as the server reads it. */
    private String variable(String name) {
        String value = environment.getOrDefault(name, "").strip();
        if (!value.isEmpty()) {
            return value;
        }
        for (String folder : environment.getOrDefault(FOLDERS, "").split(SEPARATOR, -1)) {
            Path file = Path.of(folder, name);
            if (!folder.isBlank() && Files.isReadable(file)) {
                return text(file);
            }
        }
        return "";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
