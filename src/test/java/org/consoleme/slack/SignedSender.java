package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.http.Json;
import org.consoleme.slacktwin.workspace.SlackTeam;

/** Sends whatever one likes, signed, to the door of an organization. */
final class SignedSender implements AutoCloseable {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    final SlackDoor door =
            new SlackDoor(
                    twin ->
                            twin.withTeam(
                                    SlackTeam.standalone(TwinSettings.TEAM, "Example", "example")
                                            .in("E0CORP", "Corp")));
    final Actor engineer = door.engineer();

    @Override
    public void close() {
        door.close();
    }

    ObjectNode payload() {
        engineer.type("/consoleme creds billing-reader");
        CommandDraft click = engineer.composeClick(door.answer(), "Use");
        door.twin.outbound().clear();
        door.audit.clear();
        return (ObjectNode) Json.read(click.field("payload")).orElseThrow();
    }

    CommandDraft click(ObjectNode payload) {
        return engineer.compose("/consoleme")
                .rawBody(
                        ("payload="
                                        + URLEncoder.encode(
                                                Json.write(payload), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
    }

    CommandDraft raw(String type, String body) {
        return engineer.compose("/consoleme")
                .header("Content-Type", type)
                .rawBody(body.getBytes(StandardCharsets.UTF_8));
    }

    static int status(CommandDraft draft) {
        return draft.send().status();
    }

    void refusedAs(String... causes) {
        assertThat(door.refusals(causes.length)).containsExactly(causes);
        assertThat(door.audit.events()).hasSize(causes.length);
        assertThat(door.answers()).isZero();
    }
}
