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

    /** Of one that starts often and has little to do. */
    private static final List<String> LIGHT = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

    private static final List<String> BUSY = List.of("-Xmx1g");

    static List<String> of(StateFolder state, Class<?> main, String... arguments) {
        return of(LIGHT, state, main, arguments);
    }

    /** Of one that a benchmark keeps busy. */
    static List<String> busy(StateFolder state, Class<?> main, String... arguments) {
        return of(BUSY, state, main, arguments);
    }

    private static List<String> of(
            List<String> options, StateFolder state, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-XX:+UseSerialGC");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("@" + classPath(state.folder("bin")));
        command.add(main.getName());
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
