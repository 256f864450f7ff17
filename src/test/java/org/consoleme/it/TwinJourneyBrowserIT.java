package org.consoleme.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.testing.Chromium;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Engineer and approver side by side on the twin's page, and nothing else; the server is real. */
class TwinJourneyBrowserIT {
    @RegisterExtension static final Chromium CHROMIUM = new Chromium();
    @RegisterExtension static final RunningStack STACK = new RunningStack();

    /** Milliseconds that a deed may take on a busy machine. */
    private static final double PATIENCE = 30_000;

    private final RequestSteps steps = new RequestSteps(STACK, STACK::server);
    private final String reason = "INC-" + UUID.randomUUID();
    private String role;
    private Visitor visitor;
    private Locator engineer;
    private Locator approver;

    @BeforeEach
    void bothAreLinkedAndSit() {
        role = "arn:aws:iam::" + STACK.account("data-platform") + ":role/data/lake-writer";
        steps.awaitRoles(STACK.server());
        new SlackChair(STACK.twin(), TwinSettings.ENGINEER).linkedTo(steps.engineer());
        new SlackChair(STACK.twin(), TwinSettings.APPROVER).linkedTo(steps.approver());
        visitor = new Visitor(CHROMIUM.browser());
        visitor.page().navigate(STACK.twin().origin());
        engineer = chair("Eva Engineer");
        approver = chair("Arno Approver");
    }

    @AfterEach
    void leave() {
        steps.giveEverythingBack();
        visitor.close();
    }

    @Test
    void aRoleIsAskedForInALineApprovedInTheChannelAndThenAwsTakesTheKeys() {
        Person terminal = steps.engineer().terminal();
        assertThat(keys(terminal).status()).as("before the approval").isEqualTo(403);

        engineer.locator("input.line")
                .fill(
                        "/consoleme request role lake-writer in data-platform for 1h because "
                                + reason);
        engineer.getByLabel("Send").click();
        assertThat(engineer.locator(".messages")).containsText("lake-writer", patiently());

        button(approver, Pattern.compile("^aws-approvals")).click();
        Locator card =
                approver.locator("article.message")
                        .filter(new Locator.FilterOptions().setHasText(reason));
        button(card, Pattern.compile("^Approve$")).click();
        Locator question = approver.getByRole(AriaRole.DIALOG);
        button(question, Pattern.compile("^Approve$")).click();

        assertThat(card).containsText("Applied", patiently());
        assertThat(button(card, Pattern.compile("^Approve$"))).hasCount(0);
        assertThat(engineer.locator("article.message").last())
                .containsText("weep file", patiently());
        JsonNode keys = keys(terminal).must(200).json().path("Credentials");
        assertThat(
                        SpokeAccount.whoHolds(
                                        STACK.aws(),
                                        keys.path("AccessKeyId").asText(),
                                        keys.path("SecretAccessKey").asText(),
                                        keys.path("SessionToken").asText())
                                .arn())
                .contains(":assumed-role/lake-writer/engineer@example.com");
    }

    private Reply keys(Person terminal) {
        return terminal.post("/api/v1/get_credentials", "{\"requested_role\": \"" + role + "\"}");
    }

    private Locator chair(String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.REGION, new Page.GetByRoleOptions().setName("Slack as " + name));
    }

    private static Locator button(Locator within, Pattern name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }
}
