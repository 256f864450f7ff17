package org.consoleme.access;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountsToRead;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;

/**
 * Makes ConsoleMe's authorization mapping of role tags and dynamic configuration, and publishes it
 * unless that would take access away by accident.
 */
@UseCase
public class PublishAuthorizationMapping {
    /** The dependency that a {@code Refused} of the guard names. */
    public static final String GUARDED = "authorization mapping";

    private final AccountsToRead accounts;
    private final AccountIndexes indexes;
    private final ConfiguredEntitlements configuration;
    private final AuthorizationMappings mappings;
    private final MappingSettings settings;
    private final DropGuard guard;
    private final Clock clock;

    @Inject
    public PublishAuthorizationMapping(
            AccountsToRead accounts,
            AccountIndexes indexes,
            ConfiguredEntitlements configuration,
            AuthorizationMappings mappings,
            MappingSettings settings,
            DropGuard guard,
            Clock clock) {
        this.accounts = accounts;
        this.indexes = indexes;
        this.configuration = configuration;
        this.mappings = mappings;
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * @param acceptDrop publish even if the guard objects
     * @throws org.consoleme.shared.ProblemException {@code Refused} with figures and what to do:
     *     the last mapping stays; {@code Unavailable} from a store
     */
    public AuthorizationMapping handle(boolean acceptDrop) {
        if (settings.dynamicConfiguration() && !configuration.settled()) {
            throw new Problem.Unavailable("The dynamic configuration", Duration.ofMinutes(1))
                    .asException();
        }
        Instant at = clock.instant();
        Set<AccountId> known = new TreeSet<>();
        MappingBuilder tags = new MappingBuilder();
        for (AccountId account : indexes.versions().keySet()) {
            indexes.read(account)
                    .ifPresent(
                            index -> {
                                tags.add(index);
                                known.add(account);
                            });
        }
        AuthorizationMapping tagged = tags.build();
        Map<String, ConfiguredEntitlements.RolesOf> configured =
                settings.dynamicConfiguration() ? configuration.current() : Map.of();

        Optional<String> objection =
                known.isEmpty()
                        ? Optional.of("no account was ever read")
                        : guard.objection(
                                mappings.last()
                                        .map(AuthorizationMappings.Published::mapping)
                                        .orElse(AuthorizationMapping.EMPTY),
                                neverRead(known),
                                tagged,
                                new MappingBuilder().add(configured).build());
        if (objection.isPresent() && !acceptDrop) {
            throw new Problem.Refused(
                            GUARDED,
                            "not published: "
                                    + objection.get()
                                    + ". The last one stays. If this is meant, run the job with"
                                    + " accept_drop=true")
                    .asException();
        }
        AuthorizationMapping mapping = tags.add(configured).build();
        mappings.publish(mapping, at);
        return mapping;
    }

    private Set<AccountId> neverRead(Set<AccountId> known) {
        Set<AccountId> missing = new TreeSet<>();
        accounts.handle().stream()
                .filter(AccountsToRead.Choice::read)
                .map(AccountsToRead.Choice::account)
                .map(Account::id)
                .filter(id -> !known.contains(id))
                .forEach(missing::add);
        return missing;
    }
}
