package org.consoleme.identity;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/**
 * The groups a person is in, for every door: what the sign-in brought, else the directory, else the
 * last web sign-in while it is young enough. All of them go through the same rules (D-23).
 */
@Single
public class Groups {
    private final Optional<Directory> directory;
    private final SignIns signIns;
    private final IdentitySettings settings;
    private final Clock clock;

    @Inject
    public Groups(
            Instance<Directory> directories,
            SignIns signIns,
            IdentitySettings settings,
            Clock clock) {
        this(directories.stream().findFirst(), signIns, settings, clock);
    }

    Groups(Optional<Directory> directory, SignIns signIns, IdentitySettings settings, Clock clock) {
        this.directory = directory;
        this.signIns = signIns;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * For doors that bring no groups: Slack, terminals, certificates.
     *
     * @throws org.consoleme.shared.ProblemException {@code StepUpRequired} when nothing young
     *     enough is known; {@code Unauthenticated} when the directory says the person left; {@code
     *     Unavailable} when the source does not answer
     */
    public Set<GroupName> of(UserId user) {
        return ruled(known(user).groups());
    }

    /**
     * For a browser's session that brought {@code groups} with it; a directory still says whether
     * the person is active.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unauthenticated} when the directory says
     *     the person left
     */
    public Set<GroupName> of(UserId user, Set<GroupName> groups) {
        directory.flatMap(source -> source.find(user)).ifPresent(Groups::requireActive);
        return ruled(groups);
    }

    /**
     * For what needs no group: whether the person is still there, as far as a directory knows.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unauthenticated} when it says the person
     *     left, or does not know them; {@code Unavailable} when it does not answer
     */
    public void requireKnown(UserId user) {
        directory.ifPresent(source -> known(source, user));
    }

    /** For a sign-in that is proof of the person but has no groups: none known is none. */
    public Set<GroupName> orNone(UserId user) {
        return ruled(
                directory
                        .flatMap(source -> source.find(user))
                        .map(Groups::requireActive)
                        .map(Directory.Entry::groups)
                        .orElse(Set.of()));
    }

    private Directory.Entry known(UserId user) {
        if (directory.isPresent()) {
            return known(directory.get(), user);
        }
        Instant oldest = clock.instant().minus(settings.groupsMaxAge());
        return signIns.last(user, oldest)
                .filter(entry -> entry.asOf().isAfter(oldest))
                .map(Groups::requireActive)
                .orElseThrow(
                        () ->
                                new Problem.StepUpRequired(
                                                "Sign in to the web console again: your groups"
                                                        + " are not known, or too old.")
                                        .asException());
    }

    private static Directory.Entry known(Directory directory, UserId user) {
        return requireActive(
                directory
                        .find(user)
                        .orElseThrow(() -> new Problem.Unauthenticated(true).asException()));
    }

    private static Directory.Entry requireActive(Directory.Entry entry) {
        if (!entry.active()) {
            throw new Problem.Unauthenticated(true).asException();
        }
        return entry;
    }

    private Set<GroupName> ruled(Set<GroupName> groups) {
        Set<GroupName> all = new HashSet<>(groups);
        all.addAll(settings.groupsForAll());
        if (!settings.lowerCaseGroups()) {
            return Set.copyOf(all);
        }
        return all.stream()
                .map(group -> new GroupName(group.value().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
