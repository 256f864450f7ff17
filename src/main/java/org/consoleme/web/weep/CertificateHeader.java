package org.consoleme.web.weep;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * A certificate as proxies write it into a header: PEM, URL-encoded (nginx, an AWS load balancer)
 * or with blanks for line ends (Apache), or base64 of DER (HAProxy; between colons by RFC 9440). Of
 * a chain the first one counts, the client's own.
 *
 * @see <a
 *     href="https://nginx.org/en/docs/http/ngx_http_ssl_module.html#var_ssl_client_escaped_cert">nginx</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html">load
 *     balancer</a>
 */
final class CertificateHeader {
    private static final int MAX_LENGTH = 16_384;
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private CertificateHeader() {}

    /** Empty for anything else. */
    static Optional<X509Certificate> read(String header) {
        if (header.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getDecoder().decode(base64(decoded(header)).replaceAll("\\s", ""));
            return CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der))
                            instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CertificateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Load balancers leave the plus sign as it is. */
    private static String decoded(String header) {
        return header.indexOf('%') < 0
                ? header
                : URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        int begin = text.indexOf(BEGIN);
        if (begin >= 0) {
            int end = text.indexOf(END, begin);
            if (end < 0) {
                throw new IllegalArgumentException("the certificate has no end");
            }
            return text.substring(begin + BEGIN.length(), end);
        }
        String plain = text.strip();
        return plain.length() > 2 && plain.startsWith(":") && plain.endsWith(":")
                ? plain.substring(1, plain.length() - 1)
                : plain;
    }
}
