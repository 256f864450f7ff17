package org.consoleme.platform.dynamo;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consoleme.requests.OlderList;
import org.consoleme.requests.OlderRequest;
import org.consoleme.requests.OlderRequests;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ConsoleMe's table, which has no order to ask it by. The list is what a reading in the background
 * found last; asking for it starts the next one when the last is old enough, and waits for none:
 * the very first list is empty. A table that takes long to read is read less often.
 */
@Single
public class DynamoOlderRequests implements OlderRequests {
    private static final Logger LOG = LoggerFactory.getLogger(DynamoOlderRequests.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** A reading may take one part in so many of the time. */
    private static final int PAUSE = 20;

    /** Some 20 MB of summaries. */
    private static final int MOST = 50_000;

    private final DynamoDatabase dynamo;
    private final PolicyRequests table;
    private final BatchReads ours;
    private final Executor executor;
    private final Clock clock;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile OlderList list = OlderList.EMPTY;
    private volatile Map<String, Boolean> known = Map.of();
    private volatile Instant freshUntil = Instant.MIN;

    @Inject
    public DynamoOlderRequests(
            DynamoDatabase dynamo,
            Configuration configuration,
            ManagedExecutorService executor,
            Clock clock) {
        this(dynamo, configuration, (Executor) executor, clock);
    }

    DynamoOlderRequests(
            DynamoDatabase dynamo, Configuration configuration, Executor executor, Clock clock) {
        this.dynamo = dynamo;
        this.executor = executor;
        this.clock = clock;
        table = new PolicyRequests(dynamo, configuration, clock);
        ours =
                new BatchReads(
                        dynamo,
                        DynamoTables.from(configuration).requestState().name(),
                        "request_id");
    }

    @Override
    public Optional<OlderRequest> find(RequestId id) {
        List<OlderRequest> found =
                table.items(id, Optional.empty()).stream()
                        .flatMap(item -> OlderRequestItem.read(item).stream())
                        .sorted(
                                Comparator.comparing(
                                                (OlderRequest request) ->
                                                        request.lastUpdated().orElse(Instant.EPOCH))
                                        .reversed())
                        .toList();
        return found.size() > 1
                ? Optional.of(OlderRequestItem.ambiguous(found.getFirst()))
                : found.stream().findFirst();
    }

    @Override
    public OlderList list() {
        if (clock.instant().isAfter(freshUntil) && reading.compareAndSet(false, true)) {
            start();
        }
        return list;
    }

    private void start() {
        try {
            executor.execute(this::read);
        } catch (RejectedExecutionException stopping) {
            reading.set(false);
        }
    }

    private void read() {
        Instant begun = clock.instant();
        try {
            OlderRequestsReading scan =
                    new OlderRequestsReading(dynamo, table.table(), ours, MOST, known);
            list = table.missing() ? OlderList.EMPTY : new OlderList(scan.read());
            known = scan.known();
        } catch (ProblemException failed) {
            if (!table.explains(failed)) {
                LOG.atWarn()
                        .addKeyValue("problem", failed.problem())
                        .log("older requests could not be read, the last list stays");
            }
        } finally {
            Instant now = clock.instant();
            Duration pause = Duration.between(begun, now).multipliedBy(PAUSE);
            freshUntil = now.plus(pause.compareTo(FRESH) > 0 ? pause : FRESH);
            reading.set(false);
        }
    }
}
