package org.consoleme.platform.dynamo;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Times as ConsoleMe stored them: epoch seconds as any number or as text, or ISO texts. */
final class Times {
    private static final int NANOS = 9;

    /** Longer ones, and powers of ten beyond that, are no time of anybody. */
    private static final int MAX_LENGTH = 32;

    private Times() {}

    static Optional<Instant> seconds(AttributeValue attribute) {
        return attribute == null ? Optional.empty() : of(ItemCodec.value(attribute));
    }

    static Optional<Instant> of(Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Number number -> seconds(number.toString());
            case String text -> seconds(text).or(() -> iso(text));
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> seconds(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            BigDecimal seconds = new BigDecimal(text);
            if (Math.abs((long) seconds.scale()) > MAX_LENGTH) {
                return Optional.empty();
            }
            return Optional.of(
                    Instant.ofEpochSecond(
                            seconds.longValue(),
                            seconds.remainder(BigDecimal.ONE).movePointRight(NANOS).longValue()));
        } catch (NumberFormatException | DateTimeException | ArithmeticException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
