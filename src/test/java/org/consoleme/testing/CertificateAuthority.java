package org.consoleme.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * An authority of a test's own, and the certificates that it signs. The JDK has no public interface
 * for signing certificates, so its {@code keytool} does that, once for each.
 */
public final class CertificateAuthority {
    /** Of stores that live in a test's folder and as long as the test. */
    public static final String PASSWORD = "only-for-this-test";

    private static final String ROOT = "authority";

    private final Path store;
    private int issued;

    private CertificateAuthority(Path store) {
        this.store = store;
    }

    public static CertificateAuthority in(Path folder, String name) {
        CertificateAuthority authority = new CertificateAuthority(folder.resolve(name + ".p12"));
        authority.generate(ROOT, "CN=" + name, List.of("-ext", "bc:c", "-validity", "3650"));
        return authority;
    }

    /** For a client: {@code more} are keytool's options, such as alternative names. */
    public KeyStore client(String subject, String... more) {
        return signed(subject, "eku=clientAuth", more);
    }

    public KeyStore server(String... more) {
        return signed("CN=server", "eku=serverAuth", more);
    }

    /** The authority's own certificate, for those who trust it. */
    public KeyStore trust() {
        try {
            KeyStore trust = empty();
            trust.setCertificateEntry(ROOT, all().getCertificate(ROOT));
            return trust;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static X509Certificate certificate(KeyStore keys) {
        try {
            return (X509Certificate) keys.getCertificate(keys.aliases().nextElement());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path write(KeyStore keys, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, PASSWORD.toCharArray());
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore signed(String subject, String usage, String... more) {
        issued++;
        String alias = "entry" + issued;
        List<String> options = new ArrayList<>(List.of("-signer", ROOT, "-ext", usage));
        options.addAll(List.of(more));
        generate(alias, subject, options);
        try {
            KeyStore own = empty();
            KeyStore all = all();
            own.setKeyEntry(
                    alias,
                    all.getKey(alias, PASSWORD.toCharArray()),
                    PASSWORD.toCharArray(),
                    all.getCertificateChain(alias));
            return own;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore all() {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void generate(String alias, String subject, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", subject));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
        command.addAll(List.of("-storepass", PASSWORD));
        command.addAll(options);
        try {
            Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
