package org.consoleme.web;

import jakarta.inject.Inject;
import org.consoleme.operations.Check;
import org.consoleme.shared.Single;

/**
 * Whether we can tell clients behind a proxy apart. Without the header that names them all have the
 * proxy's own address, and rules about addresses, those of terminals' sign-ins among them, hold for
 * everybody at once.
 */
@Single
public class ClientAddressCheck implements Check {
    private final WebSettings settings;

    @Inject
    public ClientAddressCheck(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "client addresses";
    }

    @Override
    public Finding look() {
        if (settings.trustedProxies().isEmpty()) {
            return Finding.up("those of the connections: there is no trusted proxy");
        }
        return settings.addressHeader()
                .map(header -> Finding.up("from " + header + " of trusted proxies"))
                .orElseGet(
                        () ->
                                Finding.degraded(
                                        "everybody behind a trusted proxy has the proxy's address:"
                                                + " rules about addresses tell nobody apart",
                                        "Set auth.remote_ip.trusted_remote_ip_header to the header"
                                                + " in which the proxy names the client, usually"
                                                + " X-Forwarded-For."));
    }
}
