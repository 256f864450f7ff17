package org.consoleme.web.weep;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * What matters of a certificate whose chain somebody else has verified: the server's own listener,
 * or a trusted proxy.
 *
 * @param email from the alternative names, else from the subject
 * @param commonName of several the most specific
 */
record ClientCertificate(
        Optional<String> email, Optional<String> commonName, Instant notBefore, Instant notAfter) {
    /** RFC 5280, 4.2.1.6: rfc822Name. */
    private static final int RFC822_NAME = 1;

    /** PKCS #9; without its name here the JDK writes the address as hexadecimal DER. */
    private static final Map<String, String> EMAIL_ADDRESS =
            Map.of("1.2.840.113549.1.9.1", "emailAddress");

    static ClientCertificate of(X509Certificate certificate) {
        ClientCertificate subject =
                ofSubject(
                        certificate
                                .getSubjectX500Principal()
                                .getName(X500Principal.RFC2253, EMAIL_ADDRESS),
                        certificate.getNotBefore().toInstant());
        return new ClientCertificate(
                alternativeEmail(certificate).or(subject::email),
                subject.commonName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /**
     * For proxies that hand on the subject alone, having checked the rest.
     *
     * @param name as RFC 2253 writes it; anything else names nobody
     */
    static ClientCertificate ofSubject(String name, Instant notBefore) {
        try {
            List<Rdn> fromTheMostSpecific = new LdapName(name).getRdns().reversed();
            return new ClientCertificate(
                    first(fromTheMostSpecific, "emailAddress"),
                    first(fromTheMostSpecific, "CN"),
                    notBefore,
                    Instant.MAX);
        } catch (NamingException e) {
            return new ClientCertificate(
                    Optional.empty(), Optional.empty(), notBefore, Instant.MAX);
        }
    }

    /** One part of a name can carry several attributes, joined by a plus sign. */
    private static Optional<String> first(List<Rdn> parts, String type) throws NamingException {
        for (Rdn part : parts) {
            Attribute found = part.toAttributes().get(type);
            if (found != null && found.get() instanceof String value && !value.isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
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
