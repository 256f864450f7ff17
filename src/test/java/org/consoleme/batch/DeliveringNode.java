package org.consoleme.batch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.consoleme.audit.DeliverEvents;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxHandler;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.operations.Leases;

/** What one node delivers with: its own memory over shared stores. */
final class DeliveringNode {
    private DeliveringNode() {}

    static DeliverEvents named(
            String name, Outbox outbox, Leases leases, Clock clock, OutboxHandler... handlers) {
        BatchSettings settings =
                BatchSettings.from(new MapConfiguration(Map.of("node.name", name)), "host");
        return new DeliverEvents(
                outbox, List.of(handlers), new LeasedClaims(leases, settings, clock), clock);
    }
}
