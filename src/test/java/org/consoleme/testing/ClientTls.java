package org.consoleme.testing;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** The TLS of a client that offers its certificate whatever authorities the server names. */
public final class ClientTls {
    private ClientTls() {}

    /**
     * A context for one connection profile.
     *
     * @param keys one key with its chain; empty for a client without a certificate
     */
    public static SSLContext of(Optional<KeyStore> keys, KeyStore trust, String protocol) {
        try {
            TrustManagerFactory trusted =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(trust);
            SSLContext context = SSLContext.getInstance(protocol);
            context.init(
                    keys.map(it -> new KeyManager[] {new Insisting(it)}).orElse(new KeyManager[0]),
                    trusted.getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** weep, other than the JDK by itself, offers a certificate of an authority nobody named. */
    private static final class Insisting extends X509ExtendedKeyManager {
        private final String alias;
        private final X509Certificate[] chain;
        private final PrivateKey key;

        Insisting(KeyStore keys) {
            try {
                alias = keys.aliases().nextElement();
                var certificates = keys.getCertificateChain(alias);
                chain = new X509Certificate[certificates.length];
                for (int i = 0; i < chain.length; i++) {
                    chain[i] = (X509Certificate) certificates[i];
                }
                key = (PrivateKey) keys.getKey(alias, CertificateAuthority.PASSWORD.toCharArray());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return alias;
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal[] issuers, SSLEngine engine) {
            return alias;
        }

        @Override
        public X509Certificate[] getCertificateChain(String any) {
            return chain.clone();
        }

        @Override
        public PrivateKey getPrivateKey(String any) {
            return key;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {alias};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            throw new IllegalStateException("this is a client");
        }
    }
}
