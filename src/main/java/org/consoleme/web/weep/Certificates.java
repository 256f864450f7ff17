package org.consoleme.web.weep;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Single;
import org.consoleme.web.ClientAddress;

/**
 * Finds the certificate of a request: the one our own listener verified, else what a trusted proxy
 * says in headers. The same headers from anybody else are as good as absent.
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
        return ownListener(request)
                .or(() -> proxy(request))
                .filter(found -> !now.isBefore(found.notBefore()))
                .filter(found -> !now.isAfter(found.notAfter()));
    }

    private static Optional<ClientCertificate> ownListener(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.request.X509Certificate")
                                instanceof Object[] chain
                        && chain.length > 0
                        && chain[0] instanceof X509Certificate own
                ? Optional.of(ClientCertificate.of(own))
                : Optional.empty();
    }

    private Optional<ClientCertificate> proxy(HttpServletRequest request) {
        if (!addresses.fromTrustedProxy(request) || !requiredHeadersHold(request)) {
            return Optional.empty();
        }
        Optional<String> whole = settings.certificateHeader().map(request::getHeader);
        if (whole.isPresent()) {
            return ClientCertificate.ofHeader(whole.get());
        }
        return settings.subjectHeader()
                .map(request::getHeader)
                .flatMap(
                        subject ->
                                notBefore(request)
                                        .map(from -> ClientCertificate.ofSubject(subject, from)));
    }

    private boolean requiredHeadersHold(HttpServletRequest request) {
        for (Map.Entry<String, String> wanted : settings.requiredHeaders().entrySet()) {
            if (!wanted.getValue().equals(request.getHeader(wanted.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Instant> notBefore(HttpServletRequest request) {
        return settings.notBeforeHeader()
                .map(request::getHeader)
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }
}
