package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;

/** Tickets to link a Slack user, as the page on the web sends them. */
class SlackLinkIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final Pattern LINK = Pattern.compile("/link/slack/([A-Za-z0-9_-]{8,})");

    /** The database of what lives for minutes: {@code redis.coordination_db}. */
    private static final int SHORT_LIVED = 1;

    private static final String KEY = TwinSettings.TEAM + "#" + TwinSettings.ADMIN;

    private final Person administrator = Person.administrator(STACK.server());
    private final Person engineer = Person.engineer(STACK.server());
    private final StoredTruth truth = StoredTruth.of(STACK);
    private SlackChair chair;

    @BeforeEach
    void nobodyIsLinked() {
        chair = new SlackChair(STACK.twin(), TwinSettings.ADMIN);
        chair.type("/consoleme unlink", "know you");
    }

    @AfterEach
    void unlink() {
        chair.type("/consoleme unlink", "know you");
    }

    @Test
    void slackT32_aTicketLinksOnceAndWhoeverComesLaterIsRefusedAndNoted() {
        String ticket = ticket();
        assertThat(confirm(administrator, ticket).must(200).json().path("state").asText())
                .isEqualTo("linked");
        long before = truth.denied(KEY, "TicketUsed");

        assertThat(confirm(engineer, ticket).status()).isEqualTo(404);

        assertThat(truth.denied(KEY, "TicketUsed")).isEqualTo(before + 1);
        assertThat(chair.type("/consoleme whoami")).contains("admin@example.com");
    }

    @Test
    void slackT32_aTicketWhoseTimeIsOverLinksNobodyAndThatIsNoted() {
        String ticket = ticket();
        try (Jedis redis = new Jedis(STACK.redis())) {
            redis.select(SHORT_LIVED);
            assertThat(redis.expire("consoleme:value:slack-link:" + ticket, 0)).isOne();
        }

        refusedAsNone(ticket);
    }

    @Test
    void slackT32_anInventedTicketLinksNobodyAndThatIsNoted() {
        refusedAsNone(new StringBuilder(ticket()).reverse().toString());
    }

    private void refusedAsNone(String ticket) {
        long before = truth.denied("no Slack user", "NoSuchTicket");

        assertThat(confirm(administrator, ticket).status()).isEqualTo(404);

        assertThat(truth.denied("no Slack user", "NoSuchTicket")).isEqualTo(before + 1);
        assertThat(chair.type("/consoleme whoami")).doesNotContain("You are admin@example.com");
    }

    private String ticket() {
        Matcher link = LINK.matcher(chair.type("/consoleme link", "/link/slack/"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static Reply confirm(Person person, String ticket) {
        return person.post("/api/v3/slack-links/" + ticket, "{\"link\": true}");
    }
}
