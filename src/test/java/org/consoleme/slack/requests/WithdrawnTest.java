package org.consoleme.slack.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithdrawnTest {

    private static String sentence(int replaced, int following) {
        return new Withdrawn(replaced, following, true).sentence();
    }

    @Test
    void administratorsReadWhatWasReplacedAndWhatFollows() {
        assertThat(sentence(1, 0)).isEqualTo("1 card there was replaced by a link.");
        assertThat(sentence(50, 70))
                .isEqualTo(
                        "50 cards there were replaced by a link; 70 more will be, as soon as Slack"
                                + " takes it.");
        assertThat(sentence(0, 120))
                .isEqualTo("120 cards there will be replaced by a link as soon as Slack takes it.");
        assertThat(sentence(0, 0)).isEqualTo("No card of what is under way stood there.");
    }

    @Test
    void whatCouldNotBeLookedForIsSaid() {
        assertThat(Withdrawn.NONE.and(Withdrawn.NOT_FOUND).sentence())
                .isEqualTo(" Not all could be looked for yet: the server goes on.".strip());
        assertThat(Withdrawn.NOT_FOUND.and(Withdrawn.REPLACED).sentence())
                .isEqualTo(
                        "1 card there was replaced by a link. Not all could be looked for yet: the"
                                + " server goes on.");
    }
}
