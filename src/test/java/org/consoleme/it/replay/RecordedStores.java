package org.consoleme.it.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Lays down what ConsoleMe had stored, byte for byte where bytes were recorded. */
final class RecordedStores {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 25;
    private static final String BUCKET = "consoleme-cache";

    private RecordedStores() {}

    /** Keys with their types and what was left of their lives. */
    static void intoRedis(String host, int port) {
        try (Jedis redis = new Jedis(host, port)) {
            for (JsonNode key : recorded("redis")) {
                String name = key.get("key").asText();
                if (key.get("type").asText().equals("hash")) {
                    Map<String, String> fields = new HashMap<>();
                    key.get("value")
                            .properties()
                            .forEach(field -> fields.put(field.getKey(), text(field.getValue())));
                    if (!fields.isEmpty()) {
                        redis.hset(name, fields);
                    }
                } else {
                    redis.set(name, text(key.get("value")));
                }
                if (key.get("ttl").asLong() > 0) {
                    redis.expire(name, key.get("ttl").asLong());
                }
            }
        }
    }

    /**
     * Tables and items, in DynamoDB's own JSON. Time to live stays off.
     *
     * @param later how far {@code ttl} moves, so that nobody takes the rows for expired
     */
    static void intoDynamoDb(URI address, Duration later) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (JsonNode table : recorded("dynamodb")) {
                String name = table.get("table").asText();
                ObjectNode create = table.get("schema").deepCopy();
                create.remove("StreamSpecification");
                create.path("GlobalSecondaryIndexes")
                        .forEach(index -> ((ObjectNode) index).remove("ProvisionedThroughput"));
                create.put("TableName", name).put("BillingMode", "PAY_PER_REQUEST");
                call(client, address, "CreateTable", create);
                ArrayNode puts = JSON.createArrayNode();
                for (JsonNode item : table.get("items")) {
                    moved(item, later);
                    unwrapped(item);
                    puts.addObject().putObject("PutRequest").set("Item", item);
                    if (puts.size() == BATCH) {
                        write(client, address, name, puts);
                        puts = JSON.createArrayNode();
                    }
                }
                if (!puts.isEmpty()) {
                    write(client, address, name, puts);
                }
            }
        }
    }

    static void intoS3(URI address) {
        try (S3Client s3 =
                S3Client.builder()
                        .endpointOverride(address)
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("AKIAREPLAY", "replay")))
                        .build()) {
            s3.createBucket(create -> create.bucket(BUCKET));
            for (JsonNode object : recorded("s3")) {
                byte[] bytes = Base64.getDecoder().decode(object.get("object_base64").asText());
                s3.putObject(
                        put -> put.bucket(BUCKET).key(object.get("key").asText()),
                        RequestBody.fromBytes(bytes));
            }
        }
    }

    private static void write(HttpClient client, URI address, String table, ArrayNode puts) {
        ObjectNode request = JSON.createObjectNode();
        request.putObject("RequestItems").set(table, puts);
        call(client, address, "BatchWriteItem", request);
    }

    private static void moved(JsonNode item, Duration later) {
        if (item.path("ttl").has("N")) {
            long ttl = item.get("ttl").get("N").asLong() + later.toSeconds();
            ((ObjectNode) item.get("ttl")).put("N", Long.toString(ttl));
        }
    }

    /** Bytes were recorded as an object of their own. */
    private static void unwrapped(JsonNode item) {
        for (JsonNode value : item) {
            if (value.path("B").has("base64")) {
                ((ObjectNode) value).set("B", value.get("B").get("base64"));
            }
        }
    }

    private static void call(HttpClient client, URI address, String action, JsonNode body) {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "DynamoDB_20120810." + action)
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=AKIAREPLAY/20261121/us-east-1/dynamodb/aws4_request,"
                                        + " SignedHeaders=host, Signature=0")
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(action + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }

    private static List<JsonNode> recorded(String folder) {
        try (Stream<Path> files = Files.list(Exchange.FOLDER.resolve(folder))) {
            return files.sorted().map(RecordedStores::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
