package org.consoleme.web.weep;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * What matters of a certificate whose chain somebody else has verified: the server's own listener,
 * or a trusted proxy.
 *
 * @param email from the alternative names, else from the subject
 */
record ClientCertificate(
        Optional<String> email, Optional<String> commonName, Instant notBefore, Instant notAfter) {
    /** RFC 5280, 4.2.1.6: rfc822Name. */
    private static final int RFC822_NAME = 1;

    private static final int MAX_HEADER = 16_384;

    static ClientCertificate of(X509Certificate certificate) {
        ClientCertificate subject =
                ofSubject(
                        certificate.getSubjectX500Principal().getName(),
                        certificate.getNotBefore().toInstant());
        return new ClientCertificate(
                alternativeEmail(certificate).or(subject::email),
                subject.commonName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** For proxies that hand on the subject alone, having checked the rest. */
    static ClientCertificate ofSubject(String name, Instant notBefore) {
        Optional<String> email = Optional.empty();
        Optional<String> commonName = Optional.empty();
        try {
            for (Rdn part : new LdapName(name).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN") && part.getValue() instanceof String cn) {
                    commonName = Optional.of(cn);
                } else if (part.getType().equalsIgnoreCase("emailAddress")
                        && part.getValue() instanceof String address) {
                    email = Optional.of(address);
                }
            }
        } catch (InvalidNameException e) {
            return new ClientCertificate(
                    Optional.empty(), Optional.empty(), notBefore, Instant.MAX);
        }
        return new ClientCertificate(email, commonName, notBefore, Instant.MAX);
    }

    /**
     * @param header URL-encoded PEM, or base64 of DER
     * @return empty for anything else
     */
    static Optional<ClientCertificate> ofHeader(String header) {
        if (header.length() > MAX_HEADER) {
            return Optional.empty();
        }
        try {
            byte[] bytes =
                    header.startsWith("-----BEGIN")
                            ? URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                                    .getBytes(StandardCharsets.US_ASCII)
                            : Base64.getMimeDecoder().decode(header);
            return CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(bytes))
                            instanceof X509Certificate certificate
                    ? Optional.of(of(certificate))
                    : Optional.empty();
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> alternativeEmail(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Optional.empty()
                    : names.stream()
                            .filter(name -> Integer.valueOf(RFC822_NAME).equals(name.getFirst()))
                            .map(name -> String.valueOf(name.get(1)))
                            .findFirst();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }
}
