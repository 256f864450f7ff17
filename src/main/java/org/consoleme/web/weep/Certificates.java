package org.consoleme.web.weep;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Single;
import org.consoleme.web.ClientAddress;
import org.consoleme.web.PeerCertificateFilter;

/**
 * Finds the certificate of a request: the one our own listener verified, or what a trusted proxy
 * says in headers. The same headers from anybody else are as good as absent. A proxy's own
 * certificate, which it may show us as a client, is nobody's who calls through it.
 */
@Single
public class Certificates {
    private final CliSettings settings;
    private final ClientAddress addresses;
    private final Clock clock;

    @Inject
    public Certificates(CliSettings settings, ClientAddress addresses, Clock clock) {
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Only one that is valid now. */
    Optional<ClientCertificate> of(HttpServletRequest request) {
        Instant now = clock.instant();
        Optional<ClientCertificate> found =
                settings.certificatesInHeaders() && addresses.fromTrustedProxy(request)
                        ? proxy(request)
                        : ownListener(request);
        return found.filter(it -> !now.isBefore(it.notBefore()))
                .filter(it -> !now.isAfter(it.notAfter()));
    }

    private static Optional<ClientCertificate> ownListener(HttpServletRequest request) {
        return request.getAttribute(PeerCertificateFilter.ATTRIBUTE) instanceof Object[] chain
                        && chain.length > 0
                        && chain[0] instanceof X509Certificate own
                ? Optional.of(ClientCertificate.of(own))
                : Optional.empty();
    }

    private Optional<ClientCertificate> proxy(HttpServletRequest request) {
        if (!requiredHeadersHold(request)) {
            return Optional.empty();
        }
        Optional<String> certificate =
                settings.certificateHeader().flatMap(name -> only(request, name));
        if (certificate.isPresent()) {
            return CertificateHeader.read(certificate.get()).map(ClientCertificate::of);
        }
        return settings.subjectHeader()
                .flatMap(name -> only(request, name))
                .flatMap(
                        subject ->
                                notBefore(request)
                                        .map(from -> ClientCertificate.ofSubject(subject, from)));
    }

    private boolean requiredHeadersHold(HttpServletRequest request) {
        for (Map.Entry<String, String> wanted : settings.requiredHeaders().entrySet()) {
            if (only(request, wanted.getKey()).filter(wanted.getValue()::equals).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Optional<Instant> notBefore(HttpServletRequest request) {
        return settings.notBeforeHeader()
                .flatMap(name -> only(request, name))
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }

    /** Of two, one is the client's own, which the proxy has not taken away: neither counts. */
    private static Optional<String> only(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.size() == 1
                ? Optional.of(values.getFirst()).filter(value -> !value.isBlank())
                : Optional.empty();
    }
}
