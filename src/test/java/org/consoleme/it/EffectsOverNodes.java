package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.Test;

/** What was decided at one of two servers happens once, and is seen at both. */
abstract class EffectsOverNodes {
    /** The channel of the rule for the sandbox. */
    private static final String SANDBOX_APPROVALS = "C0SANDBOXA";

    private final TwoNodes nodes;
    private final RunningStack stack;
    private final RequestSteps steps;
    private final StoredTruth truth;

    EffectsOverNodes(TwoNodes nodes) {
        this.nodes = nodes;
        stack = nodes.stack();
        steps = nodes.steps();
        truth = nodes.truth();
    }

    @Test
    void aPolicyIsPutOnceThoughBothNodesDeliver() throws Exception {
        SpokeAccount account = SpokeAccount.of(stack, "sandbox");
        List<String> names = IntStream.range(0, 4).mapToObj(i -> RequestSteps.name()).toList();
        List<JsonNode> requests = names.stream().map(RequestSteps::policy).map(steps::ask).toList();

        TwoNodes.atOnce(
                        requests.stream()
                                .<Callable<Reply>>map(
                                        one -> () -> RequestSteps.approve(steps.approver(), one))
                                .toList())
                .forEach(reply -> reply.must(200));

        for (JsonNode request : requests) {
            steps.awaitState(RequestSteps.id(request), "applied", TwoNodes.SOON);
            assertThat(truth.audit(RequestSteps.id(request))).containsOnlyOnce("apply DONE");
        }
        assertThat(names)
                .allSatisfy(
                        name -> {
                            assertThat(truth.puts(name)).isOne();
                            assertThat(account.inlinePolicy(RequestSteps.ROLE, name))
                                    .isEqualTo(RequestSteps.DOCUMENT);
                        });
    }

    @Test
    void aGrantReturnedAtOneNodeIssuesNothingAtTheOther() throws Exception {
        String role = "arn:aws:iam::" + stack.account("data-platform") + ":role/data/lake-writer";
        Person terminal = steps.engineer().terminal();
        JsonNode request = steps.ask(role, RequestSteps.forAnHour(), "to load");
        try (OpenConsole console = OpenConsole.of(nodes.second(), "engineer@example.com")) {
            assertThat(keys(terminal, 0, role)).isEqualTo(403);
            RequestSteps.approve(nodes.at(1, steps.approver()), request).must(200);
            await().atMost(TwoNodes.SOON).until(() -> keys(terminal, 0, role) == 200);
            await().atMost(TwoNodes.SOON).until(() -> keys(terminal, 1, role) == 200);
            String grant = truth.grants(RequestSteps.id(request)).getFirst();

            nodes.at(0, steps.engineer()).post("/api/v3/grants/" + grant + "/return", "").must(200);

            assertThat(keys(terminal, 1, role)).isEqualTo(403);
            assertThat(keys(terminal, 0, role)).isEqualTo(403);
            console.hears("grant", grant);
            assertThat(truth.audit(grant)).containsExactlyInAnyOrder("begin DONE", "return DONE");
        }
    }

    private int keys(Person terminal, int node, String role) {
        return nodes.at(node, terminal)
                .post("/api/v1/get_credentials", "{\"requested_role\": \"" + role + "\"}")
                .status();
    }

    @Test
    void oneCardFollowsWhatBothNodesDid() {
        String reason = "INC-" + UUID.randomUUID();
        JsonNode request = steps.ask(steps.sandboxRole(), RequestSteps.forAnHour(), reason);
        card(reason, "Waiting");

        RequestSteps.approve(steps.approver(), request).must(200);

        card(reason, "Applied");
        assertThat(stack.twin().workspace().messages().in(SANDBOX_APPROVALS))
                .filteredOn(message -> message.text().contains(reason))
                .hasSize(1);
    }

    private void card(String words, String state) {
        Message card =
                stack.twin()
                        .awaitMessage(
                                message ->
                                        message.channel().equals(SANDBOX_APPROVALS)
                                                && message.text().contains(words)
                                                && stack.twin().draw(message).contains(state),
                                TwoNodes.SOON);
        assertThat(card.text()).contains(words);
    }
}
