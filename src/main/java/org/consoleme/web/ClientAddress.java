package org.consoleme.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.Single;

/**
 * Where a request really comes from: the TCP peer, or behind trusted proxies the last hop that is
 * none of them (D-27). What stands left of that hop is the client's own word and not read.
 */
@Single
public class ClientAddress {
    private final WebSettings settings;

    @Inject
    public ClientAddress(WebSettings settings) {
        this.settings = settings;
    }

    public boolean fromTrustedProxy(HttpServletRequest request) {
        return Cidr.address(request.getRemoteAddr()).filter(this::trusted).isPresent();
    }

    public String of(HttpServletRequest request) {
        String last = request.getRemoteAddr();
        if (settings.addressHeader().isEmpty() || !fromTrustedProxy(request)) {
            return last;
        }
        for (String hop : hopsFromTheRight(request, settings.addressHeader().get())) {
            Optional<InetAddress> address = Cidr.address(withoutPort(hop.strip()));
            if (address.isEmpty()) {
                return last;
            }
            last = address.get().getHostAddress();
            if (!trusted(address.get())) {
                return last;
            }
        }
        return last;
    }

    /** Some proxies write {@code 192.0.2.1:5123} or {@code [2001:db8::1]:443}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[") && hop.indexOf(']') > 0) {
            return hop.substring(1, hop.indexOf(']'));
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private boolean trusted(InetAddress address) {
        return settings.trustedProxies().stream().anyMatch(block -> block.contains(address));
    }

    private static List<String> hopsFromTheRight(HttpServletRequest request, String header) {
        List<String> hops = new ArrayList<>();
        for (String value : Collections.list(request.getHeaders(header))) {
            hops.addAll(List.of(value.split(",", -1)));
        }
        return hops.reversed();
    }
}
