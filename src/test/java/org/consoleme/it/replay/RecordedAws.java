package org.consoleme.it.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.consoleme.testing.FormBody;

/** STS and the federation end point, with the constant answers that they gave in the recording. */
final class RecordedAws implements AutoCloseable {
    private static final Duration SESSION = Duration.ofHours(1);
    private static final String REFUSED_ROLE = "role/sts-refuses";
    private final HttpServer server;
    private volatile Instant now = Instant.EPOCH;

    private RecordedAws(HttpServer server) {
        this.server = server;
    }

    static RecordedAws start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RecordedAws aws = new RecordedAws(server);
            server.createContext("/federation", RecordedAws::federation);
            server.createContext("/", aws::sts);
            server.start();
            return aws;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI sts() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI federation() {
        return sts().resolve("/federation");
    }

    /** Sessions end an hour later. */
    void setClock(Instant at) {
        now = at;
    }

    private void sts(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                FormBody.read(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (!"AssumeRole".equals(form.get("Action"))) {
            send(exchange, 200, "text/xml", IDENTITY);
        } else if (form.get("RoleArn").endsWith(REFUSED_ROLE)) {
            send(exchange, 403, "text/xml", DENIED);
        } else {
            String account = form.get("RoleArn").split(":", 6)[4];
            send(
                    exchange,
                    200,
                    "text/xml",
                    ASSUMED.formatted(
                            account, form.get("RoleSessionName"), account, now.plus(SESSION)));
        }
    }

    private static void federation(HttpExchange exchange) throws IOException {
        send(exchange, 200, "application/json", "{\"SigninToken\": \"stand-signin-token\"}");
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static final String NAMESPACE = "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"";

    private static final String ASSUMED =
            "<AssumeRoleResponse "
                    + NAMESPACE
                    + "><AssumeRoleResult><AssumedRoleUser><AssumedRoleId>AROASTAND:s</AssumedRoleId>"
                    + "<Arn>arn:aws:sts::%s:assumed-role/stand/%s</Arn></AssumedRoleUser><Credentials>"
                    + "<AccessKeyId>ASIA%sSTND</AccessKeyId>"
                    + "<SecretAccessKey>wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY</SecretAccessKey>"
                    + "<SessionToken>"
                    + "IQoJb3JpZ2luX2VjEA".repeat(30)
                    + "</SessionToken><Expiration>%s</Expiration></Credentials></AssumeRoleResult>"
                    + "</AssumeRoleResponse>";

    private static final String DENIED =
            "<ErrorResponse "
                    + NAMESPACE
                    + "><Error><Type>Sender</Type><Code>AccessDenied</Code>"
                    + "<Message>is not authorized to perform: sts:AssumeRole</Message></Error>"
                    + "<RequestId>stand</RequestId></ErrorResponse>";

    private static final String IDENTITY =
            "<GetCallerIdentityResponse "
                    + NAMESPACE
                    + "><GetCallerIdentityResult>"
                    + "<Arn>arn:aws:sts::123456789012:assumed-role/ConsoleMeHub/s</Arn>"
                    + "<UserId>AROASTAND:s</UserId><Account>123456789012</Account>"
                    + "</GetCallerIdentityResult></GetCallerIdentityResponse>";
}
