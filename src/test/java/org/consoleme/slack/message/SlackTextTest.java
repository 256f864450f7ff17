package org.consoleme.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class SlackTextTest {

    @Example
    void aShortTextIsLeftAlone() {
        assertThat(SlackText.shown("Grüße, 世界\n\tx", 100)).isEqualTo("Grüße, 世界\n\tx");
    }

    @Example
    void theCutIsBetweenWhatAReaderCallsCharacters() {
        String family = "👩‍👩‍👧";
        assertThat(SlackText.shown(family + family, 10)).isEqualTo(family + "…");
        assertThat(SlackText.shown("e\u0301e\u0301e\u0301", 4)).isEqualTo("e\u0301…");
        assertThat(SlackText.shown("🇩🇪🇫🇷", 6)).isEqualTo("🇩🇪…");
        assertThat(SlackText.shown(family + "x", 3)).isEqualTo("…");
    }

    @Example
    void picturesOfSeveralPartsStayWhole() {
        for (String picture : new String[] {"❤️", "👩🏽‍💻", "🏳️‍🌈", "👍🏽"}) {
            assertThat(SlackText.shown(picture, 100)).isEqualTo(picture);
        }
    }

    @Example
    void whatHidesOrTurnsTextIsShown() {
        assertThat(SlackText.shown("a\u202Eb\u200Bc\u200Dd\u2066\u00ADe\uD83D", 100))
                .isEqualTo("a\\u{202E}b\\u{200B}c\\u{200D}d\\u{2066}\\u{AD}e\\u{D83D}");
        assertThat(SlackText.shown("\u3164\uFE0F\u034F\u115F", 100))
                .isEqualTo("\\u{3164}\\u{FE0F}\\u{34F}\\u{115F}");
    }

    @Example
    void theThreeActiveCharactersAreEscapedOnce() {
        assertThat(SlackText.escaped("<!channel> & &lt;", 100))
                .isEqualTo("&lt;!channel&gt; &amp; &amp;lt;");
    }

    @Property(tries = 2000)
    void noTextGrowsBeyondItsBoundOrHidesAnything(
            @ForAll @StringLength(max = 400) String text,
            @ForAll @IntRange(min = 1, max = 500) int most) {
        String shown = SlackText.shown(text, most);
        assertThat(shown.length()).isLessThanOrEqualTo(most);
        assertThat(shown.codePoints())
                .allSatisfy(
                        c ->
                                assertThat(Character.getType(c))
                                        .isNotEqualTo((int) Character.SURROGATE));
        assertThat(SlackText.shown(shown, most)).isEqualTo(shown);
    }

    @Property(tries = 2000)
    void theFallbackHasNoMarkupWhateverGoesIn(@ForAll @StringLength(max = 400) String text) {
        String escaped = SlackText.escaped(text, 200);
        assertThat(escaped).doesNotContain("<").doesNotContain(">");
        assertThat(escaped.length()).isLessThanOrEqualTo(5 * 200);
    }
}
