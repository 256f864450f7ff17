package org.consoleme.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;

/** Grants by revision, with their audit rows and announcements. */
public final class InMemoryGrants implements Grants {
    private final AuditTrail audit;
    private final InMemoryOutbox outbox;
    private final Map<String, Grant> grants = new TreeMap<>();
    private final Map<String, Boolean> indexed = new TreeMap<>();
    private final Set<String> reminded = new HashSet<>();
    private final Set<GrantId> stuck = new HashSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<Problem> problem = Optional.empty();

    public InMemoryGrants(AuditTrail audit, InMemoryOutbox outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    public InMemoryGrants() {
        this(new InMemoryAuditTrail(), new InMemoryOutbox());
    }

    public synchronized void failsWith(Problem problem) {
        this.problem = Optional.of(problem);
    }

    public synchronized void works() {
        problem = Optional.empty();
    }

    /** This one alone can be read, but not replaced. */
    public synchronized void failsToReplace(GrantId id) {
        stuck.add(id);
    }

    @Override
    public synchronized Optional<Grant> find(GrantId id) {
        failIfTold();
        return Optional.ofNullable(grants.get(id.value()));
    }

    @Override
    public synchronized Grant openOnce(Grant grant, AuditEvent event) {
        failIfTold();
        Grant earlier = grants.get(grant.id().value());
        if (earlier == null) {
            return store(grant, 1, event);
        }
        earlier.requireStandsFor(grant);
        return earlier;
    }

    @Override
    public synchronized Grant replace(Grant before, Grant after, AuditEvent event) {
        failIfTold();
        if (stuck.contains(before.id())) {
            throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)).asException();
        }
        Grant stored = grants.get(before.id().value());
        if (stored == null || stored.revision() != before.revision()) {
            throw new Problem.Conflict("It changed meanwhile.").asException();
        }
        return store(after, before.revision() + 1, event);
    }

    private Grant store(Grant grant, long revision, AuditEvent event) {
        Grant stored =
                new Grant(
                        grant.id(),
                        revision,
                        grant.request(),
                        grant.user(),
                        grant.role(),
                        grant.start(),
                        grant.end(),
                        grant.closed());
        audit.append(event);
        grants.put(stored.id().value(), stored);
        indexed.put(
                stored.id().value(), stored.closed().isEmpty() && stored.end().isAfter(event.at()));
        outbox.write(stored.id().value(), List.of(OutboxEvent.Kind.ANNOUNCE_GRANT), event.at());
        listeners.forEach(Runnable::run);
        return stored;
    }

    @Override
    public synchronized boolean remindOnce(Grant grant, Instant now) {
        failIfTold();
        Grant stored = grants.get(grant.id().value());
        if (stored == null
                || stored.revision() != grant.revision()
                || !reminded.add(grant.id().value())) {
            return false;
        }
        outbox.write(grant.id().value(), List.of(OutboxEvent.Kind.REMIND_OF_END), now);
        return true;
    }

    @Override
    public synchronized List<Grant> of(UserId user, int limit) {
        failIfTold();
        return grants.values().stream()
                .filter(grant -> grant.user().equals(user))
                .sorted(Comparator.comparing(Grant::end).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Collection<Grant> live(Instant now) {
        failIfTold();
        return grants.values().stream()
                .filter(grant -> indexed.get(grant.id().value()))
                .filter(grant -> grant.end().isAfter(now))
                .toList();
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void failIfTold() {
        problem.ifPresent(
                p -> {
                    throw p.asException();
                });
    }
}
