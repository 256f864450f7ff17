package org.consoleme.it;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.consoleme.testing.RunningStack;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All that a stack's servers wrote down anywhere: each item of each table, each key of both Redis
 * databases, each log, and what was sent to Slack; packed values also unpacked.
 */
record Written(RunningStack stack) {
    private static final int DATABASES = 2;
    private static final int LARGEST_UNPACKED = 1 << 26;

    /** Where a text stands, one line each. */
    List<String> places(String text) {
        List<String> found = new ArrayList<>();
        tables().forEach(table -> found.addAll(inTable(table, text)));
        for (int database = 0; database < DATABASES; database++) {
            found.addAll(inRedis(database, text));
        }
        new StackLogs(stack.folder()).with(text).forEach(log -> found.add("log " + log));
        if (stack.twin().outbound().contains(text)) {
            found.add("Slack");
        }
        return found;
    }

    private List<String> tables() {
        try (DynamoDbClient client = client()) {
            return client.listTablesPaginator().tableNames().stream().toList();
        }
    }

    private List<String> inTable(String table, String text) {
        try (DynamoDbClient client = client()) {
            return client
                    .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                    .items()
                    .stream()
                    .filter(item -> holds(AttributeValue.fromM(item), text))
                    .map(item -> "DynamoDB " + table + " " + item.keySet())
                    .toList();
        }
    }

    private static boolean holds(AttributeValue value, String text) {
        return switch (value.type()) {
            case S -> holds(value.s().getBytes(StandardCharsets.UTF_8), text);
            case N -> value.n().contains(text);
            case B -> holds(value.b().asByteArray(), text);
            case SS -> value.ss().stream().anyMatch(one -> one.contains(text));
            case NS -> value.ns().stream().anyMatch(one -> one.contains(text));
            case BS -> value.bs().stream().anyMatch(one -> holds(one.asByteArray(), text));
            case L -> value.l().stream().anyMatch(one -> holds(one, text));
            case M ->
                    value.m().entrySet().stream()
                            .anyMatch(
                                    one ->
                                            one.getKey().contains(text)
                                                    || holds(one.getValue(), text));
            default -> false;
        };
    }

    private List<String> inRedis(int database, String text) {
        List<String> found = new ArrayList<>();
        try (Jedis redis = new Jedis(stack.redis())) {
            redis.select(database);
            for (byte[] key : redis.keys("*".getBytes(StandardCharsets.US_ASCII))) {
                if (holds(key, text) || values(redis, key).anyMatch(one -> holds(one, text))) {
                    found.add("Redis " + database + " " + new String(key, StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }

    /** How many keys a database has. */
    long keys(int database) {
        try (Jedis redis = new Jedis(stack.redis())) {
            redis.select(database);
            return redis.dbSize();
        }
    }

    private static Stream<byte[]> values(Jedis redis, byte[] key) {
        return switch (redis.type(key)) {
            case "none" -> Stream.empty();
            case "string" -> Stream.ofNullable(redis.get(key));
            case "hash" ->
                    redis.hgetAll(key).entrySet().stream()
                            .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()));
            case "list" -> redis.lrange(key, 0, -1).stream();
            case "set" -> redis.smembers(key).stream();
            case "zset" -> redis.zrange(key, 0, -1).stream();
            default -> throw new AssertionError("unknown kind of key: " + redis.type(key));
        };
    }

    private static boolean holds(byte[] value, String text) {
        byte[] plain = unpacked(value);
        byte[] unwrapped = unpacked(unwrapped(value));
        return Stream.of(value, plain, unwrapped)
                .anyMatch(one -> new String(one, StandardCharsets.UTF_8).contains(text));
    }

    /** What stands behind Base64; nothing if it is none. */
    private static byte[] unwrapped(byte[] value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException plain) {
            return new byte[0];
        }
    }

    /** What was packed with zlib; as much of it as can be read. */
    private static byte[] unpacked(byte[] packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            byte[] chunk = new byte[1 << 13];
            int read = inflater.inflate(chunk);
            while (read > 0 && out.size() < LARGEST_UNPACKED) {
                out.write(chunk, 0, read);
                read = inflater.inflate(chunk);
            }
        } catch (DataFormatException other) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(stack.dynamodb())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .build();
    }
}
