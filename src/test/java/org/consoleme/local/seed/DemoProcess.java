package org.consoleme.local.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Lays down the demo organization in a process of its own: the SDK heeds some twenty of the shell's
 * variables wherever it is used, and here there are none.
 */
public final class DemoProcess {
    private DemoProcess() {}

    /**
     * What the stack needs to know of it.
     *
     * @param laidDownNow false: it was there already
     * @param hubSession keys of the hub role as {@code AWS_…} variables
     */
    public record Outcome(
            boolean laidDownNow, List<SeededAccount> accounts, Map<String, String> hubSession) {
        public static Outcome read(Path file) throws IOException {
            return new ObjectMapper().readValue(file.toFile(), Outcome.class);
        }
    }

    /**
     * Ends when the organization is there.
     *
     * @param arguments address of our own stand-in, file for the outcome
     */
    public static void main(String[] arguments) throws IOException {
        DemoOrganization demo = new DemoOrganization(URI.create(arguments[0]));
        boolean laidDownNow = demo.ensure();
        Outcome outcome = new Outcome(laidDownNow, demo.accounts(), demo.hubSession());
        new ObjectMapper().writeValue(Path.of(arguments[1]).toFile(), outcome);
    }
}
