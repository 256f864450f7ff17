package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a stack keeps what must survive it; usually {@code .local-stack} in the repository. */
final class StateFolder implements AutoCloseable {
    /**
     * What starting over keeps: the virtual environment, which holds nobody's work, and both locks.
     */
    private static final Set<String> KEPT = Set.of("venv", "venv.lock", "lock");

    private final Path root;
    private final PidFile pids;
    private final FileChannel channel;

    private StateFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
        this.pids = new PidFile(root.resolve("pids"));
    }

    /**
     * Takes the folder for this process alone, until it is closed or the process ends.
     *
     * @throws LocalStackException if another stack has it
     */
    static StateFolder open(Path root) {
        try {
            Files.createDirectories(root.resolve("log"));
            FileChannel channel =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new LocalStackException(
                        "a local stack already runs with its state in "
                                + root
                                + ": stop it first (Ctrl-C)");
            }
            return new StateFolder(root, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    PidFile pids() {
        return pids;
    }

    Path log(String name) {
        return root.resolve("log").resolve(name + ".log");
    }

    /** A folder in here, made if it is missing. */
    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts over: everything that people or the seed did is gone. */
    void empty() {
        try (Stream<Path> entries = Files.list(root)) {
            entries.filter(entry -> !KEPT.contains(entry.getFileName().toString()))
                    .forEach(StateFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder("log");
    }

    /** Deletes a file or a folder; a link is deleted, not followed. */
    static void delete(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
