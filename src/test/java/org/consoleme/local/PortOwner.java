package org.consoleme.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds out whether a port can be had, and who has it, where the machine tells (Linux's /proc). */
final class PortOwner {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";
    private static final int LONGEST = 80;

    private PortOwner() {}

    /**
     * @throws LocalStackException if a port is taken, or named twice; all of them in one message
     */
    static void requireFree(Map<String, Integer> portByVariable) {
        StringBuilder problems = new StringBuilder();
        TreeSet<Integer> seen = new TreeSet<>();
        portByVariable.forEach(
                (variable, port) -> {
                    if (!seen.add(port)) {
                        problems.append(
                                "\n  port %d is wanted twice; %s=<another port> changes it"
                                        .formatted(port, variable));
                    } else if (!isFree(port)) {
                        problems.append(
                                "\n  port %d is taken by %s; %s=<another port> changes it"
                                        .formatted(
                                                port,
                                                of(port).orElse("another process"),
                                                variable));
                    }
                });
        if (!problems.isEmpty()) {
            throw new LocalStackException("nothing was started:" + problems);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** For example {@code process 4711 (/usr/bin/java -jar other.jar)}. */
    static Optional<String> of(int port) {
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(PROC.resolve(table)).stream())
                .flatMap(line -> inodeIfListening(line, port).stream())
                .flatMap(inode -> processWith("socket:[" + inode + "]").stream())
                .findFirst()
                .map(PortOwner::describe);
    }

    /** Columns of /proc/net/tcp: number, local address in hex, remote address, state, …, inode. */
    private static Optional<String> inodeIfListening(String line, int port) {
        String[] columns = line.strip().split(" +", -1);
        boolean listening =
                columns.length > 9
                        && columns[3].equals(LISTEN)
                        && columns[1].endsWith(String.format(Locale.ROOT, ":%04X", port));
        return listening ? Optional.of(columns[9]) : Optional.empty();
    }

    private static Optional<ProcessHandle> processWith(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(PROC.resolve(process.pid() + "/fd"), socket))
                .findFirst();
    }

    private static boolean holds(Path descriptors, String socket) {
        try (Stream<Path> files = Files.list(descriptors)) {
            return files.anyMatch(file -> socket.equals(target(file)));
        } catch (IOException e) {
            return false; // another user's process, or gone
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String describe(ProcessHandle process) {
        String command =
                process.info().commandLine().or(() -> process.info().command()).orElse("unknown");
        String shown = command.length() > LONGEST ? command.substring(0, LONGEST) + "…" : command;
        return "process %d (%s)".formatted(process.pid(), shown);
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            return List.of();
        }
    }
}
