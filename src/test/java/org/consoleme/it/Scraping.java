package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Meters at a server that is scraped from elsewhere. */
abstract class Scraping {
    /** None of these is this machine. */
    static final String PEERS = "198.51.100.0/24";

    private final OwnNode node;

    Scraping(OwnNode node) {
        this.node = node;
    }

    @Test
    void whoIsNotAmongTheAllowedPeersGetsNoMeters() {
        Reply refused = Person.nobody(node.address()).get("/metrics");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body())
                .contains("metrics.allowed_peers")
                .doesNotContain("http_requests", "# TYPE");
    }
}
