package org.consoleme.slacktwin.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final Names NAMES = new Names(id -> "name of " + id, UnaryOperator.identity());

    @Test
    void mrkdwnIsReadAsSlackReadsIt() {
        assertThat(
                        plain(
                                "*bold* _it_ `co*de` <https://example.com|site> <@U1> <!here> a &lt;b&gt; &amp; c"))
                .isEqualTo(
                        "bold it `co*de` [site](https://example.com) @name of U1 @here a <b> & c");
        assertThat(plain("<!date^1392734382^{date_short} at {time}|then>"))
                .isEqualTo("Feb 18, 2014 at 2:39 PM");
        assertThat(plain("<!date^99x^{time}|then>")).isEqualTo("then");
        assertThat(plain("snake_case_name 2*3*4 * not bold *"))
                .isEqualTo("snake_case_name 2*3*4 * not bold *");
        assertThat(html("*a* ~b~\n&gt; quoted"))
                .isEqualTo(
                        "<div class=\"section\"><b class=\"bold\">a</b> <s class=\"strike\">b</s>\n"
                                + "<blockquote class=\"quote\">quoted</blockquote></div>");
    }

    @Test
    void nothingAnAppSendsBecomesMarkupOfThePage() {
        String drawn =
                html(
                        "<script>alert(1)</script> `<img src=x>` <https://e.com/\"onclick=x|<b>hi>"
                                + " <javascript:alert(1)|click> <!date^1^\"><i>|\"><u>> <@U\"><img>");

        assertThat(drawn)
                .doesNotContain("<script", "<img", "href=\"javascript", "<i>", "<u>", "\"onclick");
    }

    @Test
    void blocksBecomeLines() {
        Message message =
                message(
                        "fallback",
                        """
                        [{"type":"header","text":{"type":"plain_text","text":"Hello :key: <@U1>"}},
                         {"type":"section","text":{"type":"mrkdwn","text":"*role*"},
                          "accessory":{"type":"button","text":{"type":"plain_text","text":"Open"},"url":"https://example.com/x"}},
                         {"type":"section","fields":[{"type":"plain_text","text":"a"},{"type":"plain_text","text":"b"}]},
                         {"type":"rich_text","elements":[
                           {"type":"rich_text_list","style":"bullet","elements":[
                             {"type":"rich_text_section","elements":[{"type":"text","text":"*one*"},
                               {"type":"text","text":"weep","style":{"code":true}}]}]}]},
                         {"type":"divider"},
                         {"type":"context","elements":[{"type":"mrkdwn","text":"_small_"}]},
                         {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Deny"}}]}]
                        """);

        assertThat(new PlainText(NAMES, ZoneOffset.UTC).draw(message))
                .isEqualTo(
                        """
                        Hello 🔑 <@U1>
                        role  [Open](https://example.com/x)
                        a
                        b
                        • *one*`weep`
                        ---
                        small
                        [Deny]""");
        assertThat(new Html(NAMES, ZoneOffset.UTC).draw(message))
                .contains(
                        "href=\"https://example.com/x\"",
                        "rel=\"noopener noreferrer\"",
                        "Hello ",
                        "&lt;@U1&gt;");
    }

    private static String plain(String mrkdwn) {
        return new PlainText(NAMES, ZoneOffset.UTC).draw(message(mrkdwn, "[]"));
    }

    private static String html(String mrkdwn) {
        return new Html(NAMES, ZoneOffset.UTC).draw(message(mrkdwn, "[]"));
    }

    private static Message message(String text, String blocks) {
        return new Message(
                "1.000000",
                "C1",
                "U1",
                new Message.Content(text, Json.read(blocks).orElseThrow(), "test", Json.object()),
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
