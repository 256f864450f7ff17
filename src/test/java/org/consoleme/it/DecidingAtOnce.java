package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What several people want at the same moment, at two servers: one of it counts. */
abstract class DecidingAtOnce {
    private final TwoNodes nodes;
    private final RequestSteps steps;
    private final StoredTruth truth;

    DecidingAtOnce(TwoNodes nodes) {
        this.nodes = nodes;
        steps = nodes.steps();
        truth = nodes.truth();
    }

    @Test
    void ofAHundredDecisionsAtOnceOneCounts() throws Exception {
        JsonNode request = steps.ask(RequestSteps.forAnHour());
        String id = RequestSteps.id(request);

        List<Reply> replies =
                TwoNodes.atOnce(
                        IntStream.range(0, 100)
                                .<Callable<Reply>>mapToObj(
                                        i -> () -> RequestSteps.approve(decider(i), request))
                                .toList());

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .allSatisfy(reply -> assertThat(reply.must(409).body()).contains("already"));
        steps.awaitState(id, "applied", TwoNodes.SOON);
        assertThat(steps.look(id).path("reviews")).hasSize(1);
        assertThat(truth.audit(id))
                .containsOnlyOnce("approve DONE", "begin_apply DONE", "apply DONE")
                .filteredOn("approve DENIED"::equals)
                .hasSize(99);
        assertThat(truth.grants(id)).hasSize(1);
        assertThat(truth.audit(truth.grants(id).getFirst())).containsExactly("begin DONE");
    }

    /** Two people, each at both nodes. */
    private Person decider(int number) {
        Person one = number % 4 < 2 ? steps.approver() : steps.administrator();
        return nodes.at(number, one);
    }

    @RepeatedTest(4)
    void ofAnApprovalAndADenialAtOnceOneCounts(RepetitionInfo run) throws Exception {
        int node = run.getCurrentRepetition();
        JsonNode request = steps.ask(RequestSteps.forAnHour());

        List<Reply> replies =
                TwoNodes.atOnce(
                        List.of(
                                () ->
                                        RequestSteps.approve(
                                                nodes.at(node, steps.approver()), request),
                                () ->
                                        RequestSteps.deny(
                                                nodes.at(node + 1, steps.administrator()),
                                                request)));

        oneCounted(request, replies, "rejected", "reject DONE");
    }

    @RepeatedTest(4)
    void ofAnApprovalAndAWithdrawalAtOnceOneCounts(RepetitionInfo run) throws Exception {
        int node = run.getCurrentRepetition();
        JsonNode request = steps.ask(RequestSteps.forAnHour());
        String withdrawal = "/api/v3/requests/" + RequestSteps.id(request) + "/withdraw";

        List<Reply> replies =
                TwoNodes.atOnce(
                        List.of(
                                () ->
                                        RequestSteps.approve(
                                                nodes.at(node, steps.approver()), request),
                                () -> nodes.at(node + 1, steps.engineer()).post(withdrawal, "")));

        oneCounted(request, replies, "cancelled", "cancel DONE");
    }

    /**
     * @param replies to the approval and to what was against it
     * @param against the state that the latter leads to
     */
    private void oneCounted(JsonNode request, List<Reply> replies, String against, String row) {
        String id = RequestSteps.id(request);
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
        boolean approved = replies.getFirst().status() == 200;
        steps.awaitState(id, approved ? "applied" : against, TwoNodes.SOON);
        assertThat(truth.audit(id))
                .containsOnlyOnce(approved ? "approve DONE" : row)
                .doesNotContain(approved ? row : "approve DONE");
        assertThat(truth.grants(id)).hasSize(approved ? 1 : 0);
    }

    @RepeatedTest(4)
    void policyL20_ofTwoWhoApplyAChangeAtOnceOneDoes(RepetitionInfo run) throws Exception {
        int node = run.getCurrentRepetition();
        String name = RequestSteps.name();
        String id =
                PolicyRequests.asked(
                        steps.engineer(), new PolicyRequests(steps.sandboxRole()).attach(name));

        List<Reply> replies =
                TwoNodes.atOnce(
                        List.of(
                                () -> PolicyRequests.apply(nodes.at(node, steps.approver()), id, 0),
                                () ->
                                        PolicyRequests.apply(
                                                nodes.at(node + 1, steps.administrator()), id, 0)));

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .allSatisfy(reply -> assertThat(reply.status()).isIn(400, 409));
        steps.awaitState(id, "applied", TwoNodes.SOON);
        assertThat(truth.puts(name)).isOne();
        assertThat(truth.audit(id)).containsOnlyOnce("approve DONE", "apply DONE");
    }

    @Test
    void aFormSentToBothNodesAtOnceIsOneRequest() throws Exception {
        String form =
                RequestSteps.form(
                        steps.sandboxRole(),
                        RequestSteps.forAnHour(),
                        "for a test",
                        UUID.randomUUID());

        List<Reply> replies =
                TwoNodes.atOnce(
                        List.of(
                                () -> nodes.at(0, steps.engineer()).post("/api/v3/requests", form),
                                () ->
                                        nodes.at(1, steps.engineer())
                                                .post("/api/v3/requests", form)));

        String id = RequestSteps.id(replies.getFirst().must(201).json());
        assertThat(RequestSteps.id(replies.getLast().must(201).json())).isEqualTo(id);
        assertThat(truth.audit(id)).containsExactly("open DONE");
    }
}
