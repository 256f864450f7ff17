package org.consoleme.identity;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/**
 * Tells names of people from names that may be a group's: configurations write both in one list,
 * and a group's name can look like an address.
 */
@Single
public class KnownPeople {
    private final Optional<Directory> directory;
    private final SignIns signIns;

    @Inject
    public KnownPeople(Instance<Directory> directories, SignIns signIns) {
        this(directories.stream().findFirst(), signIns);
    }

    KnownPeople(Optional<Directory> directory, SignIns signIns) {
        this.directory = directory;
        this.signIns = signIns;
    }

    /** Whether the directory has such a person, or one ever signed in; false in doubt. */
    public boolean isPerson(String name) {
        if (!UserId.isUserId(name)) {
            return false;
        }
        UserId user = new UserId(name);
        try {
            return directory.flatMap(source -> source.find(user)).isPresent()
                    || signIns.last(user, Instant.EPOCH).isPresent();
        } catch (ProblemException away) {
            return false;
        }
    }
}
