package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that runs a main class of the tests on the JDK that runs us. */
final class JavaCommand {
    private JavaCommand() {}

    static List<String> of(StateFolder state, Class<?> main, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "@" + classPath(state.folder("bin")),
                                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** In a file, as it is longer than some systems allow on a command line. */
    private static synchronized Path classPath(Path folder) {
        try {
            return Files.writeString(
                    folder.resolve("class-path"),
                    "-cp \"" + TestClassPath.text().replace("\\", "\\\\") + "\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
