package org.consoleme.slacktwin.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consoleme.slacktwin.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockKitLimitsTest {

    private static final String BUTTON =
            "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'%s'},'value':'%s','url':'%s'}]}";
    private static final String SELECT =
            "{'type':'actions','elements':[{'type':'static_select','options':[%s]}]}";
    private static final String OPTION = "{'text':{'type':'plain_text','text':'%s'},'value':'%s'}";
    private static final String CONFIRM =
            "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},'confirm':"
                    + "{'title':{'type':'plain_text','text':'%s'},'text':{'type':'mrkdwn','text':'%s'},"
                    + "'confirm':{'type':'plain_text','text':'%s'},'deny':{'type':'plain_text','text':'no'}}}]}";

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("section text", "/blocks/0/text/text", 3000, n -> section(x(n))),
                limit("field text", "/blocks/0/fields/0/text", 2000, n -> fields(1, x(n))),
                limit("fields", "/blocks/0/fields", 10, n -> fields(n, "x")),
                limit(
                        "header",
                        "/blocks/0/text/text",
                        150,
                        n -> "{'type':'header','text':" + plain(x(n)) + "}"),
                limit(
                        "context elements",
                        "/blocks/0/elements",
                        10,
                        n -> elements("context", n, plain("x"))),
                limit(
                        "action elements",
                        "/blocks/0/elements",
                        25,
                        n -> elements("actions", n, "{'type':'button','text':" + plain("x") + "}")),
                limit(
                        "block_id",
                        "/blocks/0/block_id",
                        255,
                        n -> "{'type':'divider','block_id':'" + x(n) + "'}"),
                limit(
                        "button text",
                        "/blocks/0/elements/0/text/text",
                        75,
                        n -> BUTTON.formatted(x(n), "v", "u")),
                limit(
                        "button value",
                        "/blocks/0/elements/0/value",
                        2000,
                        n -> BUTTON.formatted("b", x(n), "u")),
                limit(
                        "button url",
                        "/blocks/0/elements/0/url",
                        3000,
                        n -> BUTTON.formatted("b", "v", x(n))),
                limit(
                        "options",
                        "/blocks/0/elements/0/options",
                        100,
                        n -> SELECT.formatted(times(n, OPTION.formatted("o", "v")))),
                limit(
                        "option text",
                        "/blocks/0/elements/0/options/0/text/text",
                        75,
                        n -> SELECT.formatted(OPTION.formatted(x(n), "v"))),
                limit(
                        "option value",
                        "/blocks/0/elements/0/options/0/value",
                        150,
                        n -> SELECT.formatted(OPTION.formatted("o", x(n)))),
                limit(
                        "confirm title",
                        "/blocks/0/elements/0/confirm/title/text",
                        100,
                        n -> CONFIRM.formatted(x(n), "t", "c")),
                limit(
                        "confirm text",
                        "/blocks/0/elements/0/confirm/text/text",
                        300,
                        n -> CONFIRM.formatted("t", x(n), "c")),
                limit(
                        "confirm button",
                        "/blocks/0/elements/0/confirm/confirm/text",
                        30,
                        n -> CONFIRM.formatted("t", "t", x(n))),
                limit(
                        "image alt text",
                        "/blocks/0/alt_text",
                        2000,
                        n -> "{'type':'image','image_url':'u','alt_text':'" + x(n) + "'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void theLimitItselfFitsAndOneMoreDoesNot(
            String what, String pointer, String fits, String tooMuch) {
        assertThat(problems(fits)).isEmpty();
        assertThat(problems(tooMuch)).anyMatch(p -> p.endsWith("[json-pointer:" + pointer + "]"));
    }

    @Test
    void tooLongTextIsExplainedInSlacksWords() {
        assertThat(problems(section(x(3001))))
                .containsExactly(
                        "failed to match all allowed schemas [json-pointer:/blocks/0/text]",
                        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    }

    @Test
    void aMessageHasFiftyBlocksAndAModalAHundred() {
        JsonNode many = blocks(times(51, "{'type':'divider'}"));

        assertThat(BlockKitLimits.problems(many, Surface.MESSAGE))
                .containsExactly("no more than 50 items allowed [json-pointer:/blocks]");
        assertThat(BlockKitLimits.problems(many, Surface.MODAL)).isEmpty();
    }

    @Test
    void wrongShapesAreRefused() {
        assertThat(problems(section("")))
                .anyMatch(p -> p.startsWith("must be more than 0 characters"));
        assertThat(problems("{'type':'sektion'}"))
                .containsExactly("unsupported type: sektion [json-pointer:/blocks/0/type]");
        assertThat(problems("{'type':'section'}"))
                .containsExactly("must define either `text` or `fields` [json-pointer:/blocks/0]");
        assertThat(problems("{'type':'divider','colour':'red'}"))
                .containsExactly("invalid additional property: colour [json-pointer:/blocks/0]");
        assertThat(problems("{'type':'header','text':{'type':'mrkdwn','text':'x'}}"))
                .containsExactly("must be plain_text [json-pointer:/blocks/0/text/type]");
        assertThat(
                        problems(
                                "{'type':'actions','elements':[{'type':'image','image_url':'u','alt_text':'a'}]}"))
                .containsExactly(
                        "unsupported type: image [json-pointer:/blocks/0/elements/0/type]");
        assertThat(problems("{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}"))
                .hasSize(1);
    }

    @Test
    void textsAreCountedWhereverTheyStand() {
        JsonNode mixed = blocks(section("12345") + "," + fields(2, "678"));

        assertThat(BlockKitLimits.total(mixed)).isEqualTo(11);
    }

    private static Arguments limit(
            String what, String pointer, int max, IntFunction<String> block) {
        return Arguments.of(what, pointer, block.apply(max), block.apply(max + 1));
    }

    private static List<String> problems(String block) {
        return BlockKitLimits.problems(blocks(block), Surface.MESSAGE);
    }

    private static JsonNode blocks(String inside) {
        return Json.read(("[" + inside + "]").replace('\'', '"')).orElseThrow();
    }

    private static String section(String text) {
        return "{'type':'section','text':{'type':'mrkdwn','text':'" + text + "'}}";
    }

    private static String fields(int count, String text) {
        return "{'type':'section','fields':[" + times(count, plain(text)) + "]}";
    }

    private static String elements(String type, int count, String element) {
        return "{'type':'" + type + "','elements':[" + times(count, element) + "]}";
    }

    private static String plain(String text) {
        return "{'type':'plain_text','text':'" + text + "'}";
    }

    private static String times(int count, String json) {
        return String.join(",", IntStream.range(0, count).mapToObj(i -> json).toList());
    }

    private static String x(int count) {
        return "x".repeat(count);
    }
}
