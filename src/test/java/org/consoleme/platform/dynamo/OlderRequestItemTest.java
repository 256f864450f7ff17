package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.requests.OlderRequest;
import org.consoleme.testing.Golden;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OlderRequestItemTest {
    private static final String ARN = "arn:aws:iam::200000000002:role/billing-reader";
    private static final String EMPTY = "---DYNAMO-EMPTY-STRING---";

    private static OlderRequest read(Map<String, Object> item) {
        return OlderRequestItem.read(ItemCodec.OURS.item(item)).orElseThrow();
    }

    private static Map<String, Object> item(Map<String, Object> change) {
        Map<String, Object> extended = new LinkedHashMap<>();
        extended.put("id", "r-1");
        extended.put("requester_email", "ana@example.com");
        extended.put("request_status", "pending");
        extended.put("timestamp", "2026-11-21T10:22:26+00:00");
        extended.put("changes", Map.of("changes", List.of(change)));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("request_id", "r-1");
        item.put("arn", ARN);
        item.put("version", "2");
        item.put("status", "pending");
        item.put("extended_request", extended);
        return item;
    }

    private static Map<String, Object> change(Object version) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("principal_arn", ARN);
        change.put("change_type", "inline_policy");
        change.put("version", version);
        return change;
    }

    private static JsonNode extended(OlderRequest request) {
        return Golden.parse(request.extendedRequest().orElseThrow());
    }

    @Test
    void everyRecordedItemIsReadWithoutComplaint() {
        for (JsonNode recorded : Golden.dynamoItems("consoleme_policy_requests")) {
            OlderRequest request = OlderRequestItem.read(TestDynamo.item(recorded)).orElseThrow();

            assertThat(request.unreadable()).isEmpty();
            assertThat(request.arn()).contains(recorded.at("/arn/S").asText());
            assertThat(request.requestedAt())
                    .contains(Instant.ofEpochSecond(recorded.at("/request_time/N").asLong()));
            assertThat(extended(request).path("id").asText()).isEqualTo(request.id().value());
            assertThat(request.extendedRequest().orElseThrow()).doesNotContain(EMPTY);
        }
    }

    @Test
    void changesOfEveryEarlierVersionGetTheirPrincipal() {
        for (Object version : List.of(2, new BigDecimal("2.0"), "2.0", "2")) {
            JsonNode change = extended(read(item(change(version)))).at("/changes/changes/0");

            assertThat(change.at("/principal/principal_arn").asText()).isEqualTo(ARN);
            assertThat(change.path("version").asText()).isEqualTo("3.0");
            assertThat(change.has("principal_arn")).isFalse();
        }
    }

    @Test
    void aChangeThatHasItsPrincipalStaysAsItIs() {
        Map<String, Object> change = change("3.0");
        change.remove("principal_arn");
        change.put("principal", Map.of("principal_type", "AwsResource", "principal_arn", ARN));

        assertThat(extended(read(item(change))).at("/changes/changes/0/version").asText())
                .isEqualTo("3.0");
    }

    @Test
    void aMissingPrincipalIsMadeOfTheArn() {
        assertThat(extended(read(item(change("2.0")))).at("/principal/principal_arn").asText())
                .isEqualTo(ARN);
    }

    @Test
    void B24_anItemThatLostItsArnIsStillFoundByIt() {
        Map<String, Object> item = item(change("3.0"));
        item.remove("arn");

        assertThat(read(item).arn()).contains(ARN);
    }

    @Test
    void B29_aTemplateIsCalledByRepositoryAndPath() {
        Map<String, Object> item = item(change("3.0"));
        item.remove("arn");
        item.put(
                "principal",
                Map.of(
                        "principal_type",
                        "HoneybeeAwsResourceTemplate",
                        "repository_name",
                        "templates",
                        "resource_identifier",
                        "iamrole/app.yaml"));

        assertThat(read(item).arn()).contains("templates-iamrole/app.yaml");
    }

    @Test
    void aRowOfTheFirstVersionIsListed() {
        Map<String, Object> item = new HashMap<>();
        item.put("request_id", "old-1");
        item.put("arn", ARN);
        item.put("status", "approved");
        item.put("justification", EMPTY);
        item.put("username", "ana@example.com");
        item.put("request_time", new BigDecimal("1500000000.5"));
        item.put("policy_changes", "[]");

        OlderRequest request = read(item);

        assertThat(request.version()).isEqualTo(1);
        assertThat(request.extendedRequest()).isEmpty();
        assertThat(request.unreadable()).isEmpty();
        assertThat(request.justification()).isEmpty();
        assertThat(request.requestedAt()).contains(Instant.ofEpochMilli(1500000000500L));
    }

    @Test
    void timesAreNumbersOrTexts() {
        Map<String, Object> item = item(change("3.0"));
        item.put("last_updated", "1795256553");

        assertThat(read(item).lastUpdated()).contains(Instant.ofEpochSecond(1795256553));
        assertThat(read(item).requestedAt()).contains(Instant.parse("2026-11-21T10:22:26Z"));
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestIsShown() {
        Map<String, Object> without = item(change("3.0"));
        without.put("extended_request", "not a map");
        Map<String, Object> later = item(change("3.0"));
        later.put("version", "7");
        Map<String, Object> untyped = item(Map.of("version", "3.0"));

        assertThat(read(without).unreadable()).isPresent();
        assertThat(read(without).arn()).contains(ARN);
        assertThat(read(later).unreadable().orElseThrow()).contains("7");
        assertThat(read(untyped).unreadable()).isPresent();
    }

    @Test
    void nonsenseOfAnyTypeNeverFails() {
        for (Object odd : List.of(1, true, "x", "1e999999999", List.of(1), Map.of("a", 1))) {
            Map<String, Object> item = new HashMap<>();
            item.put("request_id", "r-1");
            for (String name :
                    List.of(
                            "arn",
                            "principal",
                            "status",
                            "justification",
                            "request_time",
                            "last_updated",
                            "version",
                            "extended_request",
                            "username")) {
                item.put(name, odd);
            }

            assertThat(read(item).id().value()).isEqualTo("r-1");
        }
        Map<String, AttributeValue> noId = Map.of("request_id", AttributeValue.fromS("a/b"));
        assertThat(OlderRequestItem.read(noId)).isEqualTo(Optional.empty());
    }
}
