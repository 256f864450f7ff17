package org.consoleme.web.weep;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Settings;

/**
 * How terminals and scripts show who they are.
 *
 * @param mtls {@code auth.require_mtls}, off: a certificate and nothing else; otherwise a cookie
 * @param requiredHeaders {@code cli_auth.required_headers}: what the proxy says about a good
 *     certificate, for certificates in headers
 * @param certificateHeader {@code cli_auth.certificate_header}: the certificate itself, in the
 *     forms of {@link CertificateHeader}
 * @param subjectHeader {@code cli_auth.subject_header}: its subject instead, as RFC 2253 name
 * @param notBeforeHeader {@code cli_auth.not_before_header}: beside the subject, epoch seconds
 * @param applications {@code cli_auth.applications}: common name (lower case) to application name
 * @param mayLookUp {@code api_auth.valid_entities}, none: names of the applications that may use
 *     the typeahead
 */
public record CliSettings(
        boolean mtls,
        Map<String, String> requiredHeaders,
        Optional<String> certificateHeader,
        Optional<String> subjectHeader,
        Optional<String> notBeforeHeader,
        Map<String, String> applications,
        Set<String> mayLookUp)
        implements Settings {
    /** The terminal's own cookie: a leaked one is no web session. */
    static final String COOKIE = "consoleme_cli";

    public CliSettings {
        requiredHeaders = Map.copyOf(requiredHeaders);
        applications = Map.copyOf(applications);
        mayLookUp = Set.copyOf(mayLookUp);
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with the key as field
     */
    public static CliSettings from(Configuration configuration) {
        boolean mtls = configuration.flag("auth.require_mtls", false);
        if (!mtls && !configuration.flag("auth.require_jwt", true)) {
            throw new Problem.Invalid(
                            "auth.require_jwt",
                            "set this or auth.require_mtls, else nobody can call")
                    .asException();
        }
        Map<String, String> required = new LinkedHashMap<>();
        for (Map<String, Object> pair : configuration.maps("cli_auth.required_headers")) {
            pair.forEach((name, value) -> required.put(name, String.valueOf(value)));
        }
        Optional<String> subject = header(configuration, "cli_auth.subject_header");
        Optional<String> notBefore = header(configuration, "cli_auth.not_before_header");
        if (subject.isPresent() && notBefore.isEmpty()) {
            throw new Problem.Invalid(
                            "cli_auth.not_before_header",
                            "needed beside cli_auth.subject_header, for the certificate's age")
                    .asException();
        }
        Optional<String> certificate = header(configuration, "cli_auth.certificate_header");
        if (mtls && required.isEmpty() && (certificate.isPresent() || subject.isPresent())) {
            throw new Problem.Invalid(
                            "cli_auth.required_headers",
                            "name a header and value with which the proxy says that it verified the"
                                    + " certificate: without it anybody's own certificate counts")
                    .asException();
        }
        Map<String, String> applications = new HashMap<>();
        configuration
                .map("cli_auth.applications")
                .forEach(
                        (name, application) ->
                                applications.put(
                                        name.toLowerCase(Locale.ROOT),
                                        String.valueOf(application)));
        return new CliSettings(
                mtls,
                required,
                certificate,
                subject,
                notBefore,
                applications,
                new TreeSet<>(configuration.list("api_auth.valid_entities")));
    }

    /** Whether proxies tell certificates: then one of theirs is no person's. */
    boolean certificatesInHeaders() {
        return certificateHeader.isPresent() || subjectHeader.isPresent();
    }

    private static Optional<String> header(Configuration configuration, String key) {
        return configuration.text(key).filter(name -> !name.isBlank());
    }
}
