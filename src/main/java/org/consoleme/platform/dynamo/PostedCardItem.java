package org.consoleme.platform.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.shared.RequestId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row of {@code consoleme_slack_cards}: a card by its place, or a copy that is wanted by its
 * name. It outlives the last drawing by a year.
 */
final class PostedCardItem {
    private static final Duration KEPT = Duration.ofDays(365);

    private PostedCardItem() {}

    static Map<String, AttributeValue> of(PostedCard card, Instant now) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("card_key", card.place());
        row.put("request_id", card.request().value());
        row.put("kind", card.kind().name());
        row.put("hash", card.hash());
        row.put("revision", card.revision());
        row.put("posted_at", card.postedAt().toEpochMilli());
        if (!card.occasion().isEmpty()) {
            row.put("occasion", card.occasion());
        }
        row.put("ttl", now.plus(KEPT).getEpochSecond());
        return ItemCodec.OURS.item(row);
    }

    /**
     * @param until when another may take it
     * @param place where it stands, once it was posted
     */
    static Map<String, AttributeValue> of(
            Copy copy, Instant until, Optional<String> place, Instant now) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("card_key", copy.toString());
        row.put("taken_until", until.toEpochMilli());
        place.ifPresent(standing -> row.put("stands_at", standing));
        row.put("ttl", now.plus(KEPT).getEpochSecond());
        return ItemCodec.OURS.item(row);
    }

    static Map<String, AttributeValue> key(String place) {
        return Map.of("card_key", AttributeValue.fromS(place));
    }

    /** Empty for a row that is no card of ours: a click on it counts for nothing. */
    static Optional<PostedCard> read(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        Optional<String> place = item.text("card_key");
        Optional<RequestId> request =
                item.text("request_id").filter(RequestId::isRequestId).map(RequestId::new);
        Optional<PostedCard.Kind> kind = item.text("kind").flatMap(PostedCardItem::kind);
        Optional<Instant> posted = item.millis("posted_at");
        if (place.isEmpty() || request.isEmpty() || kind.isEmpty() || posted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PostedCard(
                        place.get(),
                        request.get(),
                        kind.get(),
                        item.text("hash").orElse(""),
                        item.whole("revision").orElse(0L),
                        posted.get(),
                        item.text("occasion").orElse("")));
    }

    private static Optional<PostedCard.Kind> kind(String word) {
        return Arrays.stream(PostedCard.Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst();
    }
}
