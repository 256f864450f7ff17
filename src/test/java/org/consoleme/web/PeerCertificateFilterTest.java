package org.consoleme.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.cert.X509Certificate;
import org.consoleme.testing.FakeRequest;
import org.junit.jupiter.api.Test;

class PeerCertificateFilterTest {
    private static final X509Certificate[] CHAIN = new X509Certificate[0];

    private final HttpServletRequest request = new FakeRequest("/", "192.0.2.1").get();

    @Test
    void whatTheContainerKnowsOfATlsConnectionBecomesTheAttribute() throws Exception {
        assertThat(attributeAfter(container(true, () -> CHAIN))).isSameAs(CHAIN);
    }

    @Test
    void whoeverShowedNoneHasNone() throws Exception {
        assertThat(attributeAfter(container(true, () -> null))).isNull();
    }

    @Test
    void aPlainConnectionIsNotAsked() throws Exception {
        assertThat(attributeAfter(container(false, () -> CHAIN))).isNull();
    }

    @Test
    void aContainerThatCannotSayIsAsGoodAsNoCertificate() throws Exception {
        assertThat(attributeAfter(of(true, () -> CHAIN, HttpServletRequest.class))).isNull();
        assertThat(
                        attributeAfter(
                                container(
                                        true,
                                        () -> {
                                            throw new IllegalStateException("connection gone");
                                        })))
                .isNull();
    }

    private Object attributeAfter(HttpServletRequest http) throws Exception {
        new PeerCertificateFilter().doFilter(http, null, (_, _) -> {});
        return request.getAttribute(PeerCertificateFilter.ATTRIBUTE);
    }

    private HttpServletRequest container(boolean secure, Peer peer) {
        return of(secure, peer, HttpServletRequest.class, Peer.class);
    }

    private HttpServletRequest of(boolean secure, Peer peer, Class<?>... types) {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        types,
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "isSecure" -> secure;
                                    case "getPeerCertificates" -> peer.getPeerCertificates();
                                    default -> onward(method, arguments);
                                });
    }

    private Object onward(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(request, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What Liberty's own request has beyond the Servlet specification. */
    public interface Peer {
        X509Certificate[] getPeerCertificates();
    }
}
