package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import java.io.IOException;
import java.util.Map;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.slack.requests.RequestHandlers;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens before Slack hears from us: nothing that could make it wait. */
class AcknowledgementTest {
    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    /** Run in a process of its own: says what Bolt took out of the environment. */
    public static void main(String[] arguments) {
        SlackSettings settings =
                SlackSettings.from(
                        new MapConfiguration(Map.of("slack.signing_secret", "0".repeat(32))));
        App app = new SlackApp(settings, null, null, null, withoutRequests(), null).make();
        System.out.print(
                app.config().getSingleTeamBotToken() + " " + app.config().isDistributedApp());
    }

    private static RequestHandlers withoutRequests() {
        return new RequestHandlers(null, null, null, null, null, null, null, null, null, null) {
            @Override
            public void addTo(App app) {
                // nothing of it is asked for
            }
        };
    }

    @Test
    void slackIsNotAskedWhoWeAreForARequest() {
        // Given
        int asked = door.twin.outbound().to("auth.test").size();
        // When
        engineer.type("/consoleme help");
        door.answer();
        // Then
        assertThat(door.twin.outbound().to("auth.test")).hasSize(asked);
    }

    @Test
    void boltTakesNoTokenOutOfTheEnvironment() throws IOException, InterruptedException {
        // When
        String said =
                ChildJvm.run(
                        AcknowledgementTest.class,
                        Map.of(
                                "SLACK_BOT_TOKEN", "xoxb-from-the-environment",
                                "SLACK_CLIENT_ID", "1.2",
                                "SLACK_CLIENT_SECRET", "from-the-environment"));
        // Then
        assertThat(said).endsWith("null false");
    }

    @Test
    void aFullServerTellsTheAskerToTryAgain() {
        // Given
        door.node.threads.fill();
        // When
        AppAnswer answer = engineer.type("/consoleme creds");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.shown().map(door.twin::draw))
                .contains("I am busy just now. Try again in a minute.");
        assertThat(door.answers()).isZero();
    }

    @Test
    void aFullServerDoesNotSayThatItTookAClick() {
        // Given
        engineer.type("/consoleme creds billing");
        Message several = door.answer();
        door.node.threads.fill();
        // When
        AppAnswer answer = engineer.click(several, "Use");
        // Then
        assertThat(answer.status()).isEqualTo(503);
        assertThat(door.answers()).isEqualTo(1);
    }

    @Test
    void aLinkButtonIsAcknowledgedAndNothingElse() {
        // Given
        engineer.type("/consoleme creds admin");
        Message one = door.answer();
        // When
        AppAnswer answer = engineer.click(one, "Open AWS console or keys");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(door.answers()).isEqualTo(1);
    }

    @Test
    void slackT40_aButtonsValueOpensNothingThatIsNotTheClickers() {
        // Given
        engineer.type("/consoleme creds billing");
        Message several = door.answer();
        for (String value :
                new String[] {
                    "arn:aws:iam::200000000002:role/hidden",
                    "arn:aws:iam::999999999999:role/none",
                    "billing",
                    "admin in billing-prod because x",
                    "' or 1=1 --",
                    "x".repeat(2001),
                    ""
                }) {
            // When
            CommandDraft click = engineer.composeClick(several, "Use");
            String tampered =
                    click.field("payload")
                            .replaceAll("\"value\":\"[^\"]*\"", "\"value\":\"" + value + "\"");
            click.field("payload", tampered).send();
            // Then
            assertThat(door.twin.draw(door.answer())).startsWith("No role of yours matches.");
        }
    }
}
