package org.consoleme.slacktwin;

import java.util.List;
import org.consoleme.slacktwin.workspace.StateFile;
import org.consoleme.slacktwin.workspace.Workspace;

/** The workspace that a twin starts with: what its settings say, then what its state file keeps. */
final class Beginning {

    private Beginning() {}

    static Workspace of(TwinSettings settings) {
        Workspace workspace = new Workspace(settings.team(), settings.bot(), settings.clock());
        settings.people().forEach(workspace.people()::put);
        settings.channels().forEach(workspace.channels()::put);
        settings.people()
                .forEach(
                        p -> workspace.channels().openDirect(List.of(settings.bot().id(), p.id())));
        settings.stateFile()
                .map(StateFile::new)
                .ifPresent(
                        file -> {
                            file.loadInto(workspace);
                            workspace.changes().listen(() -> file.save(workspace));
                        });
        return workspace;
    }
}
