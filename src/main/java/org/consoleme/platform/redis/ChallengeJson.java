package org.consoleme.platform.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.identity.Challenge;
import org.consoleme.platform.StoredJson;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;

/**
 * A field of {@code TOKEN_CHALLENGES_TEMP}: ConsoleMe's {@code ttl}, {@code ip}, {@code status},
 * {@code user}, {@code visited}, {@code nonce} and {@code groups}, and our {@code created_at}. Its
 * {@code status} knows {@code pending} and {@code success}; ours adds {@code denied} and {@code
 * done}.
 */
final class ChallengeJson {
    /** ConsoleMe's own challenges say only when they end. */
    private static final Duration CONSOLEME_LIFE = Duration.ofMinutes(2);

    private ChallengeJson() {}

    static String write(Challenge challenge) {
        ObjectNode json =
                StoredJson.MAPPER
                        .createObjectNode()
                        .put("ttl", challenge.expiresAt().getEpochSecond())
                        .put("ip", challenge.address().orElse(null))
                        .put("status", status(challenge.state()))
                        .put("user", challenge.user().value())
                        .put("created_at", challenge.createdAt().getEpochSecond());
        if (challenge.visited()) {
            json.put("visited", true);
        }
        challenge.nonce().ifPresent(nonce -> json.put("nonce", nonce));
        if (!challenge.groups().isEmpty()) {
            ArrayNode groups = json.putArray("groups");
            challenge.groups().stream().map(GroupName::value).sorted().forEach(groups::add);
        }
        return StoredJson.write(json);
    }

    /** Empty if it is no challenge: then there is none. */
    static Optional<Challenge> read(String token, String text) {
        JsonNode json = StoredJson.read(text);
        Optional<UserId> user = user(json);
        long ttl = StoredJson.whole(json.path("ttl"), -1);
        if (user.isEmpty() || ttl < 0) {
            return Optional.empty();
        }
        Instant expiresAt = Instant.ofEpochSecond(ttl);
        long created =
                StoredJson.whole(
                        json.path("created_at"), expiresAt.minus(CONSOLEME_LIFE).getEpochSecond());
        return Optional.of(
                new Challenge(
                        token,
                        user.get(),
                        StoredJson.text(json, "ip"),
                        Instant.ofEpochSecond(created),
                        expiresAt,
                        state(json.path("status").asText()),
                        StoredJson.text(json, "nonce"),
                        json.path("visited").asBoolean(),
                        groups(json.path("groups"))));
    }

    private static Optional<UserId> user(JsonNode json) {
        try {
            return StoredJson.text(json, "user").map(UserId::new);
        } catch (ProblemException nobody) {
            return Optional.empty();
        }
    }

    private static Set<GroupName> groups(JsonNode list) {
        return StoredJson.texts(list).stream()
                .filter(name -> !name.isEmpty())
                .map(GroupName::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String status(Challenge.State state) {
        return switch (state) {
            case PENDING -> "pending";
            case APPROVED -> "success";
            case DENIED -> "denied";
            case DONE -> "done";
        };
    }

    private static Challenge.State state(String status) {
        return switch (status) {
            case "pending" -> Challenge.State.PENDING;
            case "success" -> Challenge.State.APPROVED;
            case "done" -> Challenge.State.DONE;
            default -> Challenge.State.DENIED;
        };
    }
}
