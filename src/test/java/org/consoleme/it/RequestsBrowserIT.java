package org.consoleme.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.consoleme.testing.Chromium;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asking and approving on the console's pages, by two people with a browser each. */
class RequestsBrowserIT {
    @RegisterExtension static final Chromium CHROMIUM = new Chromium();
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final String ENGINEER = "engineer@example.com";
    private static final String APPROVER = "approver@example.com";

    /** The name of a policy: each walk asks for one of its own. */
    private static final String READS = "browser-reads";

    private static final String WIDENS = "browser-widens";

    private Visitor engineer;
    private Visitor approver;

    @BeforeAll
    static void waitForTheFirstJobs() {
        new Jobs(Person.administrator(STACK.server())).settled();
    }

    @BeforeEach
    void openTwoBrowsers() {
        engineer = new Visitor(CHROMIUM.browser()).signIn(STACK.server(), ENGINEER);
        approver = new Visitor(CHROMIUM.browser()).signIn(STACK.server(), APPROVER);
    }

    @AfterEach
    void nothingComplained() {
        engineer.close();
        approver.close();
    }

    @Test
    void aRoleIsAskedForApprovedFromTheInboxUsedAndRevokedWithoutAReload() {
        Page asking = engineer.page();
        go(asking, "/request");
        engineer.button(Pattern.compile("^Role")).click();
        asking.getByLabel("Search roles to ask for").fill("billing-test incident");
        asking.getByRole(AriaRole.OPTION, option("billing-test · incident-responder")).click();
        assertThat(asking.getByText("platform@example.com")).isVisible();
        engineer.button("2 h").click();
        why(asking, "Find out why the test bills are late");
        engineer.button("Send request").click();
        assertThat(engineer.heading("billing-test · incident-responder")).isVisible();
        assertThat(state(asking)).containsText("Waiting");
        String address = asking.url();

        Page deciding = approver.page();
        go(deciding, "/inbox");
        Locator row =
                deciding.getByRole(AriaRole.LISTITEM)
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText("Find out why the test bills are late"));
        row.getByRole(AriaRole.BUTTON, button("Approve billing-test · incident-responder")).click();
        dialog(deciding, "Approve").getByRole(AriaRole.BUTTON, button("Approve")).click();
        assertThat(row.getByText("Applied")).isVisible();
        row.getByRole(
                        AriaRole.BUTTON,
                        button("Take billing-test · incident-responder off the list"))
                .click();
        assertThat(row).hasCount(0);

        assertThat(state(asking)).containsText("Applied");
        engineer.button("Use incident-responder in billing-test").click();
        assertThat(asking.getByLabel("the weep file line", exactly()))
                .containsText("weep file incident-responder");
        assertThat(asking).hasURL(address);

        deciding.navigate(address);
        approver.button("Revoke").click();
        Locator question = dialog(deciding, "Revoke");
        question.getByLabel("Reason").fill("The bills are in time again");
        question.getByRole(AriaRole.BUTTON, button("Revoke")).click();
        assertThat(deciding.getByText("No new keys are issued under this grant")).isVisible();
        assertThat(asking.getByText("Applied, and revoked")).isVisible();
    }

    @Test
    void aPolicyIsLookedAtAsItIsWrittenAndDeniedWithAReason() {
        Page asking = engineer.page();
        write(asking, READS, "s3:GetObject", "arn:aws:s3:::example-sandbox/*");
        assertThat(asking.getByLabel("In words: what it changes")).containsText("s3:GetObject");
        assertThat(asking.getByText("characters, spaces aside")).isVisible();
        why(asking, "The report needs its input");
        engineer.button("Send request").click();
        assertThat(state(asking)).containsText("Waiting");

        Page deciding = approver.page();
        deciding.navigate(asking.url());
        approver.button("Deny sandbox · admin").click();
        Locator question = dialog(deciding, "Deny");
        question.getByRole(AriaRole.BUTTON, button("Deny")).click();
        assertThat(question.getByText("Say why it is denied.")).isVisible();
        question.getByLabel("Reason").fill("Ask for the reader instead");
        question.getByRole(AriaRole.BUTTON, button("Deny")).click();

        assertThat(asking.getByText("Denied by " + APPROVER).first()).isVisible();
        assertThat(asking.getByText("Ask for the reader instead").first()).isVisible();
    }

    @Test
    void whatIsOfHighRiskIsApprovedOnlyWithTheRolesNameTypedAndThenInAws() {
        Page asking = engineer.page();
        write(asking, WIDENS, "iam:*", "*");
        assertThat(asking.getByText("High risk").first()).isVisible();
        why(asking, "The bootstrap makes the other roles");
        engineer.button("Send request").click();
        assertThat(state(asking)).containsText("Waiting");

        Page deciding = approver.page();
        deciding.navigate(asking.url());
        approver.button("Approve sandbox · admin").click();
        Locator question = dialog(deciding, "Approve");
        Locator approve = question.getByRole(AriaRole.BUTTON, button("Approve"));
        assertThat(approve).isDisabled();
        question.getByLabel("The risk is high: to approve, type admin").fill("admin");
        approve.click();

        assertThat(state(deciding)).containsText("Applied");
        assertThat(state(asking)).containsText("Applied");
        assertThat(asking.getByText("AWS has it now.")).isVisible();
    }

    @Test
    void aRuleApprovesAtOnceAndTheGrantIsReturned() {
        Page page = engineer.page();
        go(page, "/request?role=" + arn("shared-services", "log-reader") + "&why=A+look+around");
        assertThat(page.getByText("The rule looking around approves this at once.")).isVisible();
        engineer.button("1 h").click();
        engineer.button("Send request").click();
        assertThat(state(page)).containsText("Applied");

        go(page, "/grants");
        Locator giveBack = engineer.button("Return log-reader in shared-services");
        assertThat(giveBack).hasCount(1);
        giveBack.click();
        dialog(page, "Return").getByRole(AriaRole.BUTTON, button("Return")).click();

        assertThat(giveBack).hasCount(0);
        assertThat(page.getByRole(AriaRole.TABLE, named("Past grants"))).containsText("Returned");
    }

    @Test
    void everybodyFindsARequestAgainByItsWordsAndItsState() {
        Page asking = engineer.page();
        go(
                asking,
                "/request?role=" + arn("billing-test", "security-audit") + "&why=Zebra+crossing");
        engineer.button("1 h").click();
        engineer.button("Send request").click();
        assertThat(state(asking)).containsText("Waiting");
        engineer.button("Withdraw").click();
        assertThat(state(asking)).containsText("Withdrawn");

        Page page = approver.page();
        page.keyboard().press("g");
        page.keyboard().press("q");
        page.getByLabel("Filter requests").fill("zebra");
        Locator table = page.getByRole(AriaRole.TABLE, named("Requests"));
        assertThat(table).containsText("billing-test · security-audit");
        assertThat(table).containsText("Withdrawn");
        approver.button(Pattern.compile("^State")).click();
        page.getByRole(AriaRole.OPTION, option("Waiting")).click();
        assertThat(table).containsText("No request is left by these filters.");
    }

    /** The form for a policy on the sandbox's admin role, filled but for the reason. */
    private void write(Page page, String name, String action, String resource) {
        go(page, "/request?what=put&role=" + arn("sandbox", "admin") + "&policy=" + name);
        page.getByRole(AriaRole.TEXTBOX, named("Policy").setExact(true))
                .fill(
                        """
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {"Effect": "Allow", "Action": "%s", "Resource": "%s"}
                          ]
                        }"""
                                .formatted(action, resource));
    }

    private static void why(Page page, String reason) {
        page.getByLabel("Why", exactly()).fill(reason);
    }

    private static void go(Page page, String address) {
        page.navigate(STACK.server().resolve(address).toString());
    }

    /** As it stands in an address; none of these roles has a path. */
    private static String arn(String account, String role) {
        return URLEncoder.encode(
                "arn:aws:iam::" + STACK.account(account) + ":role/" + role, StandardCharsets.UTF_8);
    }

    private static Locator state(Page page) {
        return page.getByRole(AriaRole.STATUS, named("State"));
    }

    private static Locator dialog(Page page, String beginning) {
        return page.getByRole(
                AriaRole.DIALOG,
                new Page.GetByRoleOptions().setName(Pattern.compile("^" + beginning)));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions option(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
    }

    private static Locator.GetByRoleOptions button(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
