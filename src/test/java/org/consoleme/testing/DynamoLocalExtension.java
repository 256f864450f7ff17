package org.consoleme.testing;

import com.almworks.sqlite4java.SQLite;
import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local in this JVM, in memory, started once on a free port; without tables before each
 * test. Sets the SDK's system properties for made-up keys, so that no real ones are ever looked
 * for.
 */
public final class DynamoLocalExtension implements BeforeAllCallback, BeforeEachCallback {
    private static DynamoDBProxyServer server;
    private static URI endpoint;

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        try (DynamoDbClient client = client()) {
            client.listTables()
                    .tableNames()
                    .forEach(name -> client.deleteTable(delete -> delete.tableName(name)));
        }
    }

    public static URI endpoint() {
        start();
        return endpoint;
    }

    /** A client beside the product's, to look and to prepare. */
    public static DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .build();
    }

    private static synchronized void start() {
        if (server != null) {
            return;
        }
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty("sqlite4java.library.path", nativeLibraries());
        int port = RedisServerExtension.freePort();
        try {
            server =
                    ServerRunner.createServerFromCommandLineArgs(
                            new String[] {
                                "-inMemory",
                                "-sharedDb",
                                "-disableTelemetry",
                                "-port",
                                Integer.toString(port)
                            });
            bindToLoopback(server);
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException("DynamoDB Local did not start", failed);
        }
        endpoint = URI.create("http://127.0.0.1:" + port);
    }

    /** It has no setting for the address. */
    private static void bindToLoopback(DynamoDBProxyServer dynamodb)
            throws ReflectiveOperationException {
        Field field = DynamoDBProxyServer.class.getDeclaredField("server");
        field.setAccessible(true);
        for (Connector connector : ((Server) field.get(dynamodb)).getConnectors()) {
            ((ServerConnector) connector).setHost("127.0.0.1");
        }
    }

    /** In Maven's repository SQLite's library for this machine lies two folders beside its jar. */
    private static String nativeLibraries() {
        String machine = System.getProperty("os.name").startsWith("Mac") ? "osx" : "linux-amd64";
        try {
            Path jar =
                    Path.of(
                            SQLite.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            Path version = jar.getParent().getFileName();
            return jar.resolve("../../../libsqlite4java-" + machine)
                    .resolve(version)
                    .normalize()
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
