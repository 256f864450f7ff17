package org.consoleme.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * The stack's own DynamoDB, asked without an SDK: that would heed the shell's variables.
 *
 * @param address our own: others' tables are never touched
 */
record OwnDynamoDb(URI address) {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** What says that it is there already. */
    private static final List<String> THERE =
            List.of("ResourceInUseException", "ConditionalCheckFailedException");

    /**
     * @return false if what is to be made is there already
     */
    boolean call(String action, ObjectNode body) {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "DynamoDB_20120810." + action)
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256"
                                        + " Credential=AKIALOCAL/20260101/us-east-1/dynamodb/aws4_request,"
                                        + " SignedHeaders=host, Signature=0")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean made = answer.statusCode() == 200;
            if (!made && THERE.stream().noneMatch(answer.body()::contains)) {
                throw new LocalStackException(action + " failed: " + answer.body());
            }
            return made;
        } catch (IOException e) {
            throw new LocalStackException("DynamoDB Local does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("interrupted while asking DynamoDB Local", e);
        }
    }
}
