package org.consoleme.web.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consoleme.shared.Configuration;
import org.consoleme.web.Cidr;

/**
 * Meters for a scraper, in Prometheus' text format; only for peers in {@code metrics.allowed_peers}
 * (CIDRs; this machine when not set).
 */
@WebServlet(urlPatterns = "/metrics")
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final List<String> THIS_MACHINE = List.of("127.0.0.0/8", "::1/128");

    @Inject transient PrometheusMeterRegistry registry;
    @Inject transient Configuration configuration;

    private transient List<Cidr> peers = List.of();

    @Override
    public void init() {
        List<String> configured = configuration.list("metrics.allowed_peers");
        peers =
                (configured.isEmpty() ? THIS_MACHINE : configured)
                        .stream().map(range -> Cidr.parse("metrics.allowed_peers", range)).toList();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/plain;version=0.0.4;charset=utf-8");
        if (!allowed(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.getOutputStream()
                    .write(
                            "metrics.allowed_peers does not name you\n"
                                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.getOutputStream().write(registry.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private boolean allowed(HttpServletRequest request) {
        InetAddress peer = InetAddress.ofLiteral(request.getRemoteAddr());
        return peers.stream().anyMatch(range -> range.contains(peer));
    }
}
