package org.consoleme.slacktwin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.Test;

class ModalTest extends WithModals {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void aTriggerOpensOneModalWithinThreeSeconds() throws Exception {
        String first = engineer.compose("/consoleme request").field("trigger_id");
        String late = engineer.compose("/consoleme request").field("trigger_id");

        assertThat(open(first, Modals.request())).isNull();
        assertThat(open(first, Modals.request())).isEqualTo("exchanged_trigger_id");
        clock.pass(Duration.ofSeconds(3));
        assertThat(open(late, Modals.request())).isEqualTo("expired_trigger_id");
        assertThat(open("1.2.x", Modals.request())).isEqualTo("invalid_trigger_id");
        assertThat(twin.awaitModal(TwinSettings.ENGINEER, SOON).title())
                .isEqualTo("Request access");
        assertThat(twin.actAs(TwinSettings.APPROVER).modal()).isEmpty();
    }

    @Test
    void aViewBeyondALimitIsRefusedWithTheReason() throws Exception {
        String trigger = engineer.compose("/consoleme request").field("trigger_id");
        String title = Modals.request().replace("Request access", "x".repeat(25));
        String metadata = Modals.request().replace("handle-1", "x".repeat(3001));

        assertThat(open(trigger, title)).isEqualTo("invalid_arguments");
        assertThat(twin.outbound().to("views.open").getLast().reasons())
                .contains("must be less than 25 characters [json-pointer:/view/title/text]");
        assertThat(open(trigger, metadata)).isEqualTo("invalid_arguments");
        assertThat(open(trigger, Modals.request().replace("\"submit\"", "\"sumbit\"")))
                .isEqualTo("invalid_arguments");
        assertThat(open(trigger, Modals.request())).isNull();
    }

    @Test
    void threeModalsLieOnEachOtherAndNoFourth() throws Exception {
        opened(Modals.note("one"));
        for (String title : List.of("two", "three")) {
            assertThat(push(Modals.note(title))).isNull();
        }

        assertThat(push(Modals.note("four"))).isEqualTo("push_limit_reached");
        assertThat(twin.workspace().views().stack(TwinSettings.ENGINEER)).hasSize(3);
    }

    @Test
    void anUpdateWithAnOldHashIsRefused() throws Exception {
        SlackView view = opened(Modals.note("one"));
        assertThat(update(view.id(), view.hash(), Modals.note("two"))).isNull();
        assertThat(update(view.id(), view.hash(), Modals.note("three"))).isEqualTo("hash_conflict");
        assertThat(update("V0GONE", null, Modals.note("three"))).isEqualTo("not_found");
        assertThat(engineer.modal().orElseThrow().title()).isEqualTo("two");
    }

    @Test
    void closingIsToldWhereTheViewAsksForIt() throws Exception {
        engineer.form(opened(Modals.note("quiet"))).close();
        int before = app.calls().size();
        String asking =
                Modals.note("loud").replace("\"modal\"", "\"modal\",\"notify_on_close\":true");
        engineer.form(opened(asking)).close();

        JsonNode payload = payload(app.calls().getLast());
        assertThat(app.calls()).hasSize(before + 1);
        assertThat(payload.path("type").asText()).isEqualTo("view_closed");
        assertThat(payload.path("is_cleared").asBoolean()).isFalse();
    }
}
