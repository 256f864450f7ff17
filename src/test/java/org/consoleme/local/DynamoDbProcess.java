package org.consoleme.local;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import java.io.IOException;
import java.lang.reflect.Field;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * DynamoDB Local's own main class listens on every interface, reports its use to its maker and
 * outlives its parent. This one listens on 127.0.0.1, reports nothing, and ends when its standard
 * input is closed.
 */
public final class DynamoDbProcess {
    private DynamoDbProcess() {}

    /**
     * Runs until its standard input is closed.
     *
     * @param arguments port, folder of the database
     */
    public static void main(String[] arguments) throws Exception {
        DynamoDBProxyServer dynamodb =
                ServerRunner.createServerFromCommandLineArgs(
                        new String[] {
                            "-port",
                            arguments[0],
                            "-dbPath",
                            arguments[1],
                            "-sharedDb",
                            "-disableTelemetry"
                        });
        for (Connector connector : jetty(dynamodb).getConnectors()) {
            ((ServerConnector) connector).setHost("127.0.0.1");
        }
        Thread.ofPlatform().daemon().start(DynamoDbProcess::endWithParent);
        dynamodb.safeStart();
        dynamodb.join();
    }

    /** There is no setting for the address, and no getter for the server. */
    private static Server jetty(DynamoDBProxyServer dynamodb) throws ReflectiveOperationException {
        Field server = DynamoDBProxyServer.class.getDeclaredField("server");
        server.setAccessible(true);
        return (Server) server.get(dynamodb);
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("standard input failed: " + e);
        }
        System.exit(0);
    }
}
