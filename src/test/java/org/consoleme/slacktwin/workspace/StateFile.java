package org.consoleme.slacktwin.workspace;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Keeps a workspace in one JSON file, so that conversations, user groups and Home tabs outlive a
 * restart of the local stack. Open modals do not, as they do not in Slack.
 */
public final class StateFile {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

    private final Path path;

    public StateFile(Path path) {
        this.path = path;
    }

    private record State(
            int version,
            List<SlackUser> people,
            List<Channel> channels,
            List<Message> messages,
            List<UserGroup> groups,
            List<SlackView> homes) {

        /** A file of an older twin has no groups and no Home tabs. */
        private State {
            groups = groups == null ? List.of() : List.copyOf(groups);
            homes = homes == null ? List.of() : List.copyOf(homes);
        }
    }

    /**
     * Loads what an earlier run left, if anything. People and channels that the workspace already
     * has stay as they are: the settings of this run win.
     *
     * @throws UncheckedIOException if the file is there and cannot be read as a state of this
     *     version
     */
    public void loadInto(Workspace workspace) {
        if (!Files.exists(path)) {
            return;
        }
        State state = read();
        state.people().stream()
                .filter(u -> workspace.people().find(u.id()).isEmpty())
                .forEach(workspace.people()::put);
        state.channels().stream()
                .filter(c -> workspace.channels().find(c.id()).isEmpty())
                .forEach(workspace.channels()::put);
        state.messages().forEach(workspace.messages()::restore);
        state.groups().stream()
                .filter(g -> workspace.groups().find(g.id()).isEmpty())
                .forEach(workspace.groups()::put);
        state.homes().forEach(workspace.views()::restore);
    }

    /**
     * Writes the whole state beside the file, then moves it over: a reader never sees half of it.
     */
    public void save(Workspace workspace) {
        State state =
                new State(
                        VERSION,
                        workspace.people().all(),
                        workspace.channels().all(),
                        workspace.messages().all(),
                        workspace.groups().all(),
                        workspace.views().homes());
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path next = folder.resolve(path.getFileName() + ".next");
            Files.write(next, JSON.writeValueAsBytes(state));
            Files.move(
                    next,
                    path,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The Slack twin cannot save its state to " + path, e);
        }
    }

    private State read() {
        try {
            State state = JSON.readValue(Files.readAllBytes(path), State.class);
            if (state.version() != VERSION) {
                throw new IOException("it is of version " + state.version());
            }
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The Slack twin cannot read its state; delete " + path + " to start over", e);
        }
    }
}
