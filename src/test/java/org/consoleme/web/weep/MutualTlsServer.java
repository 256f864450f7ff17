package org.consoleme.web.weep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.consoleme.local.LocalStackParts;
import org.consoleme.local.ServerVariant;
import org.consoleme.local.StackSettings;
import org.consoleme.testing.CertificateAuthority;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * The whole server on the local stack's dependencies, with its TLS listener on and certificates
 * required. Its client on loopback is no trusted proxy here.
 */
final class MutualTlsServer implements AutoCloseable {
    /** Where a proxy would put the certificate. */
    static final String HEADER = "X-Client-Certificate";

    /** The role that the application {@code billing} may use. */
    static final String BILLING_ROLE = "arn:aws:iam::123456789012:role/service-role/backup-service";

    private final LocalStackParts parts;
    private final String base;
    private final String plain;

    private MutualTlsServer(LocalStackParts parts, String base, String plain) {
        this.parts = parts;
        this.base = base;
        this.plain = plain;
    }

    static MutualTlsServer start(Path folder, CertificateAuthority authority) {
        StackSettings settings =
                StackSettings.forTest(Path.of("").toAbsolutePath(), folder.resolve("stack"));
        LocalStackParts parts = LocalStackParts.open(settings);
        try {
            parts.startDependencies();
            allowBilling(settings.awsAddress(), parts.hubVariables());
            int port = freePort();
            parts.startServer(
                    new ServerVariant(
                            ServerVariant.local().overrides(),
                            Optional.of(configuration(folder, settings)),
                            listener(folder, authority, port)));
            return new MutualTlsServer(
                    parts, "https://localhost:" + port, settings.serverAddress().toString());
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    String base() {
        return base;
    }

    /** The listener without TLS. */
    String plain() {
        return plain;
    }

    Path log() {
        return parts.log("server");
    }

    @Override
    public void close() {
        parts.close();
    }

    /** One password as a variable, the other as a file: both ways are open. */
    private static Map<String, String> listener(
            Path folder, CertificateAuthority authority, int port) {
        Path keys =
                CertificateAuthority.write(
                        authority.server("-ext", "san=dns:localhost,ip:127.0.0.1"),
                        folder.resolve("server-key.p12"));
        Path trust =
                CertificateAuthority.write(authority.trust(), folder.resolve("authorities.p12"));
        Path secrets = folder.resolve("secrets");
        write(secrets.resolve("HTTPS_KEYSTORE_PASSWORD"), CertificateAuthority.PASSWORD + "\n");
        return Map.of(
                "HTTPS_PORT", Integer.toString(port),
                "HTTPS_KEYSTORE", keys.toString(),
                "HTTPS_TRUSTSTORE", trust.toString(),
                "HTTPS_TRUSTSTORE_PASSWORD", CertificateAuthority.PASSWORD,
                "VARIABLE_SOURCE_DIRS", secrets.toString());
    }

    private static Path configuration(Path folder, StackSettings settings) {
        String redis = settings.redisAddress();
        int colon = redis.lastIndexOf(':');
        return write(
                folder.resolve("configuration/consoleme.yaml"),
                """
                environment: dev
                application_name: consoleme
                url: %s
                jwt_secret: a-secret-for-tests-of-at-least-32-bytes
                auth:
                  require_mtls: true
                  require_jwt: false
                cli_auth:
                  certificate_header: %s
                  required_headers:
                    - verified: SUCCESS
                  applications:
                    billing.svc: billing
                cloud_credential_authorization_mapping:
                  role_tags:
                    enabled: true
                    authorized_groups_tags: [consoleme-authorized]
                    authorized_groups_cli_only_tags: [consoleme-authorized-cli-only]
                policies:
                  role_name: ConsoleMeSpoke
                aws:
                  region: us-east-1
                  account_number: "123456789012"
                  issuer: ConsoleMe
                  federation_url: %s
                cache_cloud_accounts:
                  from_aws_organizations: true
                cache_accounts_from_aws_organizations:
                  - organizations_master_account_id: "123456789012"
                    organizations_master_role_to_assume: ConsoleMeSpoke
                consoleme_s3_bucket: consoleme-cache
                redis:
                  host:
                    global: %s
                  port: %s
                  db: 0
                """
                        .formatted(
                                settings.serverAddress(),
                                HEADER,
                                settings.federationAddress(),
                                redis.substring(0, colon),
                                redis.substring(colon + 1)));
    }

    private static void allowBilling(URI aws, Map<String, String> hub) {
        try (IamClient iam =
                IamClient.builder()
                        .endpointOverride(aws)
                        .region(Region.AWS_GLOBAL)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsSessionCredentials.create(
                                                hub.get("AWS_ACCESS_KEY_ID"),
                                                hub.get("AWS_SECRET_ACCESS_KEY"),
                                                hub.get("AWS_SESSION_TOKEN"))))
                        .build()) {
            Tag billing =
                    Tag.builder().key("consoleme-authorized").value("application/billing").build();
            iam.tagRole(request -> request.roleName("backup-service").tags(billing));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
