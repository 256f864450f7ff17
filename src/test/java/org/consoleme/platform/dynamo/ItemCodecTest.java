package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consoleme.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemCodecTest {
    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("values") Object value) {
        for (ItemCodec codec : ItemCodec.values()) {
            assertThat(ItemCodec.value(codec.attribute(value))).isEqualTo(value);
        }
    }

    @Property(tries = 300)
    void noEmptyTextReachesATableThatConsoleMeShares(@ForAll("values") Object value) {
        assertThat(ItemCodec.CONSOLEME.attribute(value)).matches(item -> !holdsEmptyText(item));
    }

    private static boolean holdsEmptyText(AttributeValue value) {
        return "".equals(value.s())
                || value.l().stream().anyMatch(ItemCodecTest::holdsEmptyText)
                || value.m().values().stream().anyMatch(ItemCodecTest::holdsEmptyText);
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.recursive(ItemCodecTest::scalars, ItemCodecTest::nested, 0, 3);
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
        Arbitrary<String> names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5);
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(list -> (Object) new ArrayList<>(list)),
                Arbitraries.maps(names, inner)
                        .ofMaxSize(3)
                        .map(map -> (Object) new LinkedHashMap<>(map)));
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.of(true, false).map(flag -> (Object) flag),
                Arbitraries.strings()
                        .alpha()
                        .ofMinLength(1)
                        .set()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(set -> (Object) new TreeSet<>(set)),
                Arbitraries.just("").map(text -> (Object) text));
    }

    @Test
    void valuesAreEncodedAsConsoleMeEncodesThem() {
        assertThat(ItemCodec.CONSOLEME.attribute("").s()).isEqualTo("---DYNAMO-EMPTY-STRING---");
        assertThat(ItemCodec.OURS.attribute("").s()).isEmpty();
        assertThat(ItemCodec.CONSOLEME.attribute(null).nul()).isTrue();
        assertThat(ItemCodec.CONSOLEME.attribute(true).bool()).isTrue();
        assertThat(ItemCodec.CONSOLEME.attribute(1.50d).n()).isEqualTo("1.5");
        assertThat(ItemCodec.CONSOLEME.attribute(Instant.ofEpochSecond(7, 250_000_000)).n())
                .isEqualTo("7.25");
        assertThat(ItemCodec.CONSOLEME.attribute(Set.of("b", "a")).ss()).containsExactly("a", "b");
        assertThat(ItemCodec.CONSOLEME.attribute(new byte[] {1, 2}).b().asByteArray())
                .containsExactly(1, 2);
        assertThat(ItemCodec.CONSOLEME.attribute(Map.of("a", List.of(""))).m().get("a").l())
                .containsExactly(AttributeValue.fromS("---DYNAMO-EMPTY-STRING---"));
    }

    @ParameterizedTest
    @CsvSource({"7,7", "7.0,7", "7E0,7", "-3,-3", "9223372036854775807,9223372036854775807"})
    void everySpellingOfAWholeNumberIsTheSame(String spelling, long number) {
        assertThat(ItemCodec.value(AttributeValue.fromN(spelling))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.25", "9223372036854775808"})
    void noNumberIsCut(String spelling) {
        assertThat(ItemCodec.value(AttributeValue.fromN(spelling)))
                .isEqualTo(new BigDecimal(spelling));
    }

    @Test
    void bookkeepingOfGlobalTablesIsNeitherReadNorWritten() {
        Map<String, Object> values = new HashMap<>();
        values.put("id", "x");
        values.put("aws:rep:updatetime", 1.5);

        assertThat(ItemCodec.OURS.item(values)).containsOnlyKeys("id");
        assertThat(
                        ItemCodec.values(
                                Map.of(
                                        "id", AttributeValue.fromS("x"),
                                        "aws:rep:deleting", AttributeValue.fromBool(false))))
                .containsOnlyKeys("id");
    }

    @Test
    void whatHasNoEncodingIsRefused() {
        assertThatThrownBy(() -> ItemCodec.OURS.attribute(new Object()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consoleme_policy_requests",
                "consoleme_notifications",
                "consoleme_cloudtrail",
                "consoleme_config_global"
            })
    void whatConsoleMeStoredComesBackAsItWas(String table) {
        for (JsonNode item : Golden.dynamoItems(table)) {
            Map<String, AttributeValue> raw = attributes(item);

            assertThat(ItemCodec.CONSOLEME.item(ItemCodec.values(raw))).isEqualTo(raw);
        }
    }

    /** From the recording's form: {@code {"name": {"S": …}}}. */
    static Map<String, AttributeValue> attributes(JsonNode item) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        item.properties()
                .forEach(field -> attributes.put(field.getKey(), attribute(field.getValue())));
        return attributes;
    }

    private static AttributeValue attribute(JsonNode typed) {
        Map.Entry<String, JsonNode> entry = typed.properties().iterator().next();
        JsonNode value = entry.getValue();
        return switch (entry.getKey()) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "NULL" -> AttributeValue.fromNul(true);
            case "M" -> AttributeValue.fromM(attributes(value));
            case "L" -> {
                List<AttributeValue> list = new ArrayList<>();
                value.forEach(member -> list.add(attribute(member)));
                yield AttributeValue.fromL(list);
            }
            case "SS" -> {
                String[] texts = new String[value.size()];
                for (int i = 0; i < texts.length; i++) {
                    texts[i] = value.get(i).asText();
                }
                Arrays.sort(texts);
                yield AttributeValue.fromSs(List.of(texts));
            }
            case "B" ->
                    AttributeValue.fromB(
                            SdkBytes.fromByteArray(
                                    java.util.Base64.getDecoder()
                                            .decode(value.path("base64").asText())));
            default -> throw new IllegalStateException(entry.getKey());
        };
    }
}
