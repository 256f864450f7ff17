package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a role has, as the editor of a policy reads it. */
class InlinePoliciesIT {
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    private static final String DOCUMENT =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                    + " \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::example-sandbox/*\"}]}";

    private final Person engineer = Person.engineer(STACK.server());
    private final Person approver = Person.approver(STACK.server());
    private String role;

    @BeforeEach
    void findARole() {
        role = "arn:aws:iam::" + STACK.account("sandbox") + ":role/admin";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> engineer.get("/api/v3/roles").must(200).body().contains(role));
    }

    private JsonNode names() {
        return engineer.get("/api/v3/policies/inline?role=" + role).must(200).json();
    }

    @Test
    void whatIsPutOnARoleIsListedWithinSecondsAndReadToTheCharacter() {
        String name = "it-" + UUID.randomUUID();
        JsonNode asked =
                engineer.post(
                                "/api/v3/requests",
                                "{\"role\":\""
                                        + role
                                        + "\",\"justification\":\"to read it\",\"changes\":"
                                        + "[{\"kind\":\"put_inline_policy\",\"policyName\":\""
                                        + name
                                        + "\",\"document\":\""
                                        + DOCUMENT.replace("\"", "\\\"")
                                        + "\"}]}")
                        .must(201)
                        .json();
        assertThat(names().path("names").toString()).doesNotContain(name);

        approver.post(
                        "/api/v3/requests/" + asked.path("id").asText() + "/decision",
                        "{\"verdict\":\"approve\",\"hash\":\""
                                + asked.path("hash").asText()
                                + "\"}")
                .must(200);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> names().path("names").toString().contains(name));
        JsonNode policy =
                engineer.get("/api/v3/policies/inline/" + name + "?role=" + role).must(200).json();
        assertThat(policy.path("name").asText()).isEqualTo(name);
        assertThat(policy.path("document").asText()).isEqualTo(DOCUMENT);
    }

    @Test
    void whatIsNotThereOrNoRoleIsSaid() {
        String missing = "/api/v3/policies/inline/no-such?role=" + role;
        String elsewhere = role.replace("role/admin", "role/no-such");

        assertThat(engineer.get(missing).status()).isEqualTo(404);
        assertThat(engineer.get("/api/v3/policies/inline?role=" + elsewhere).status())
                .isEqualTo(404);
        assertThat(engineer.get("/api/v3/policies/inline").status()).isEqualTo(400);
    }
}
