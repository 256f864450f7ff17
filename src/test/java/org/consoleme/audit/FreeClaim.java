package org.consoleme.audit;

/** Nobody else is at the lane, and every event is the first. */
final class FreeClaim implements DeliveryClaims.Claim {
    @Override
    public boolean first(OutboxEvent event) {
        return true;
    }

    @Override
    public void close() {
        // nobody waits for it
    }
}
