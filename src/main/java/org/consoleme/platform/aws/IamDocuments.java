package org.consoleme.platform.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/**
 * Draws an entry of GetAccountAuthorizationDetails as JSON in the shape that ConsoleMe stores: the
 * fields in the order of AWS's model, what AWS left out is left out, policy documents are objects.
 * It walks the SDK's own description of the entry, so a field that AWS adds is there with the next
 * SDK. For one thread.
 */
final class IamDocuments {
    private static final Set<String> POLICIES =
            Set.of("AssumeRolePolicyDocument", "PolicyDocument", "Document");

    private final PolicyTexts policies;

    IamDocuments(PolicyTexts policies) {
        this.policies = policies;
    }

    /** As Redis and DynamoDB hold it: dates as ISO text without fractions, ending in Z. */
    String document(SdkPojo entry) {
        return draw(entry, at -> '"' + at.truncatedTo(ChronoUnit.SECONDS).toString() + '"');
    }

    /** As S3 holds it: dates in seconds since 1970, as Python prints a float. */
    String archived(SdkPojo entry) {
        return draw(entry, IamDocuments::epoch);
    }

    private String draw(SdkPojo entry, Function<Instant, String> date) {
        JsonText json = new JsonText();
        object(json, entry, date);
        return json.toString();
    }

    private void object(JsonText json, SdkPojo entry, Function<Instant, String> date) {
        json.open('{');
        for (SdkField<?> field : entry.sdkFields()) {
            Object value = field.getValueOrDefault(entry);
            if (value == null || value instanceof SdkAutoConstructList) {
                continue;
            }
            json.name(field.locationName());
            if (value instanceof String text && POLICIES.contains(field.locationName())) {
                json.ready(policies.json(text));
            } else {
                value(json, value, date);
            }
        }
        json.close('}');
    }

    private void value(JsonText json, Object value, Function<Instant, String> date) {
        switch (value) {
            case String text -> json.text(text);
            case Instant at -> json.literal(date.apply(at));
            case SdkPojo entry -> object(json, entry, date);
            case List<?> list -> {
                json.open('[');
                list.forEach(item -> value(json, item, date));
                json.close(']');
            }
            default -> json.literal(value);
        }
    }

    /** {@code 1795256450.191608}, {@code 1795256450.0}: microseconds at most. */
    private static String epoch(Instant at) {
        int micros = at.getNano() / 1000;
        String fraction = String.valueOf(1_000_000 + micros).substring(1);
        int end = fraction.length();
        while (end > 1 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return at.getEpochSecond() + "." + fraction.substring(0, end);
    }
}
