package org.consoleme.fakes;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consoleme.audit.AuditTrail;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.Transition;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.requests.Version;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;

/** Requests, their audit rows and their effects, written together and only over what was read. */
public final class InMemoryRequests implements Requests {
    private final Map<String, ChangeRequest> stored = new TreeMap<>();
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    private final ReentrantLock transaction = new ReentrantLock();
    private final AuditTrail audit;
    private final InMemoryOutbox outbox;
    private Optional<Problem> problem = Optional.empty();
    private int writesUntilProblem;
    private Optional<Problem> listsFail = Optional.empty();
    private int listed;
    private volatile Optional<HeldWriter> held = Optional.empty();

    public InMemoryRequests(AuditTrail audit, InMemoryOutbox outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    /** The write after {@code writes} more ones fails and leaves nothing, and so do all later. */
    public void failsAfter(int writes, Problem wanted) {
        problem = Optional.of(wanted);
        writesUntilProblem = writes;
    }

    /** Lists cannot be read beyond so many requests. */
    public void listsFailAfter(int requests, Problem wanted) {
        listsFail = Optional.of(wanted);
        listed = requests;
    }

    /** The next one who replaces something has read it, and writes when it is let go. */
    public HeldWriter holdNextWriter() {
        HeldWriter writer = new HeldWriter();
        held = Optional.of(writer);
        return writer;
    }

    public void works() {
        listsFail = Optional.empty();
        problem = Optional.empty();
    }

    /** Its row is as this release cannot read it. */
    public void spoil(RequestId id) {
        unreadable.add(id.value());
    }

    @Override
    public Optional<ChangeRequest> find(RequestId id) {
        if (unreadable.contains(id.value())) {
            throw new Problem.Conflict("It cannot be read.").asException();
        }
        return inTransaction(() -> Optional.ofNullable(stored.get(id.value())));
    }

    @Override
    public Optional<SeenRequest> look(RequestId id) {
        return inTransaction(() -> Optional.ofNullable(stored.get(id.value())).map(this::seen));
    }

    @Override
    public void open(ChangeRequest request, Transition transition) {
        inTransaction(
                () -> {
                    if (stored.containsKey(request.id().value())) {
                        throw new Problem.Conflict("There is such a request already.")
                                .asException();
                    }
                    return write(request, transition, 1);
                });
    }

    @Override
    public ChangeRequest replace(ChangeRequest before, ChangeRequest after, Transition transition) {
        held.ifPresent(HeldWriter::pass);
        return inTransaction(
                () -> {
                    ChangeRequest now = stored.get(before.id().value());
                    if (now == null || !now.version().equals(before.version())) {
                        throw new Problem.Conflict("Somebody changed it just now. Look again.")
                                .asException();
                    }
                    return write(after, transition, before.version().revision() + 1);
                });
    }

    private ChangeRequest write(ChangeRequest request, Transition transition, long revision) {
        if (problem.isPresent() && writesUntilProblem-- <= 0) {
            throw problem.get().asException();
        }
        audit.append(transition.audit());
        ChangeRequest next = request.at(new Version(revision, projection(request)));
        stored.put(request.id().value(), next);
        outbox.write(request.id().value(), transition.effects(), request.lastUpdated());
        return next;
    }

    /** ConsoleMe knows no role for a time. */
    private static Optional<Instant> projection(ChangeRequest request) {
        return request.changes().stream()
                        .anyMatch(change -> change.change() instanceof Change.RoleForATime)
                ? Optional.empty()
                : Optional.of(request.lastUpdated());
    }

    @Override
    public Page all(RequestOrder order, Optional<String> from, int limit) {
        return page(any -> true, "all " + order, order, from, limit);
    }

    @Override
    public Page inState(
            RequestState.Name state, RequestOrder order, Optional<String> from, int limit) {
        return page(
                request -> request.state().name() == state,
                state + " " + order,
                order,
                from,
                limit);
    }

    @Override
    public Page of(UserId requester, RequestOrder order, Optional<String> from, int limit) {
        return page(
                request -> request.requester().equals(requester),
                requester.key() + " " + order,
                order,
                from,
                limit);
    }

    @Override
    public List<ChangeRequest> overdue(Instant now, int limit) {
        return inTransaction(
                () ->
                        stored.values().stream()
                                .filter(request -> request.overdue(now))
                                .filter(request -> !unreadable.contains(request.id().value()))
                                .sorted(
                                        Comparator.comparing(
                                                request -> request.expiresAt().orElseThrow()))
                                .limit(limit)
                                .toList());
    }

    private Page page(
            Predicate<ChangeRequest> wanted,
            String list,
            RequestOrder order,
            Optional<String> from,
            int limit) {
        Optional<String> after = from.map(place -> placeIn(list, place));
        return inTransaction(
                () -> {
                    List<SeenRequest> all = inOrder(order).filter(wanted).map(this::seen).toList();
                    List<SeenRequest> left =
                            all.stream().filter(seen -> isAfter(order, after, seen)).toList();
                    if (listsFail.isPresent() && all.size() - left.size() >= listed) {
                        throw listsFail.get().asException();
                    }
                    List<SeenRequest> here = left.subList(0, Math.min(limit, left.size()));
                    Function<SeenRequest, String> placed = seen -> list + " " + place(seen);
                    return new Page(
                            here,
                            left.size() > limit
                                    ? Optional.of(placed.apply(here.getLast()))
                                    : Optional.empty(),
                            placed);
                });
    }

    private static String placeIn(String list, String place) {
        if (!place.startsWith(list + " ")) {
            throw new Problem.Invalid("from", "not a page of this list").asException();
        }
        return place.substring(list.length() + 1);
    }

    private static boolean isAfter(RequestOrder order, Optional<String> after, SeenRequest seen) {
        return after.isEmpty()
                || order.of(Comparator.<String>naturalOrder()).compare(after.get(), place(seen))
                        < 0;
    }

    /** Of two the later one has the greater place. */
    private static String place(SeenRequest seen) {
        return place(seen.requestedAt(), seen.id());
    }

    private static String place(Instant at, RequestId id) {
        return "%019d %s".formatted(at.toEpochMilli(), id.value());
    }

    private SeenRequest seen(ChangeRequest request) {
        return unreadable.contains(request.id().value())
                ? new SeenRequest.Unreadable(
                        new UnreadableRequest(request.id(), request.requestedAt()))
                : new SeenRequest.Ours(request);
    }

    private Stream<ChangeRequest> inOrder(RequestOrder order) {
        return stored.values().stream()
                .sorted(
                        order.of(
                                Comparator.comparing(
                                        (ChangeRequest request) ->
                                                place(request.requestedAt(), request.id()))));
    }

    private <T> T inTransaction(Supplier<T> work) {
        transaction.lock();
        try {
            return work.get();
        } finally {
            transaction.unlock();
        }
    }
}
