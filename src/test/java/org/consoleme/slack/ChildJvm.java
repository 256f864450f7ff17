package org.consoleme.slack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main class of the tests in a process of its own. */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * @return what it wrote to its standard output
     */
    public static String run(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dfile.encoding=COMPAT",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().putAll(environment);
        java.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = java.start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        }
    }
}
