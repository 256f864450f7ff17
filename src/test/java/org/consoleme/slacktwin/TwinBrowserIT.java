package org.consoleme.slacktwin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.consoleme.testing.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The twin's page in a browser, with a pretended app behind it. */
class TwinBrowserIT {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private final PretendApp app = new PretendApp();
    private Page page;
    private Locator engineer;
    private Locator approver;

    @BeforeEach
    void open() {
        page = CHROMIUM.browser().newPage();
        page.navigate(app.twin.origin());
        engineer = pane("Eva Engineer");
        approver = pane("Arno Approver");
        button(page, "Type it for me").first().waitFor();
    }

    @AfterEach
    void close() {
        page.close();
        app.close();
    }

    private Locator pane(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName("Slack as " + name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void theEngineerAsksInAModalAndTheApproverApprovesInTheChannel() {
        button(page, "Type it for me").nth(1).click();
        Locator modal = engineer.getByRole(AriaRole.DIALOG);
        assertThat(modal).containsText("Request access");
        Locator role =
                modal.getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName("Role").setExact(true));
        assertThat(role).isFocused();
        role.fill("ledger");
        Locator third =
                modal.getByRole(
                        AriaRole.OPTION, new Locator.GetByRoleOptions().setName("ledger-role-3"));
        third.waitFor();
        role.press("ArrowDown");
        role.press("ArrowDown");
        role.press("Enter");
        assertThat(role).hasValue("ledger-role-3");
        modal.getByLabel("4 h").check();
        Locator why =
                modal.getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName("Why").setExact(true));
        why.fill("no");
        button(modal, "Send").click();
        assertThat(modal).containsText("Say a little more.");
        assertThat(role).hasValue("ledger-role-3");
        why.fill("Rotate the <b>invoice</b> key");
        button(modal, "Send").click();
        assertThat(modal).hasCount(0);

        Locator step = button(page.locator("#guide"), "Approve");
        assertThat(step).isEnabled();
        step.click();
        Locator question = approver.getByRole(AriaRole.DIALOG);
        assertThat(question).containsText("Approve");
        assertThat(approver.locator(".messages")).containsText("Rotate the <b>invoice</b> key");
        question.getByRole(AriaRole.TEXTBOX).fill("fine with me");
        button(question, "Approve").click();

        assertThat(approver.locator(".messages")).containsText("✔ Applied");
        assertThat(approver.getByRole(AriaRole.REGION, thread())).containsText("1 reply");
        assertThat(button(approver.locator(".messages"), "Approve")).hasCount(0);
    }

    @Test
    void theFirstStepIsDoneByAnAnswerAndNotByTheLinkThatComesBeforeIt() {
        app.knowNobodyYet();
        Locator first = page.locator("#guide .step").first();

        button(first, "Type it for me").click();
        assertThat(first).containsText("Press \"Sign in once\" in the answer, then type it again");
        assertThat(first).not().hasClass(Pattern.compile("done"));

        button(first, "Type it for me").click();
        assertThat(first).hasClass(Pattern.compile("done"));
        assertThat(first).containsText("creds admin");
    }

    private static Locator.GetByRoleOptions thread() {
        return new Locator.GetByRoleOptions().setName("Thread");
    }

    @Test
    void aDangerousButtonAsksFirst() {
        app.twin.actAs(TwinSettings.ENGINEER).shortcut("requests.ask");
        var view = app.twin.actAs(TwinSettings.ENGINEER).modal().orElseThrow();
        app.twin
                .actAs(TwinSettings.ENGINEER)
                .submit(view, java.util.Map.of("Role", "role-1", "Why", "INC-4711"));
        button(approver, "aws-approvals, unread").click();
        button(approver.locator(".messages"), "Deny").click();
        Locator question = approver.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("Deny this request?");
        assertThat(button(question, "Deny")).isFocused();
        page.keyboard().press("Escape");
        assertThat(question).hasCount(0);
        assertThat(approver.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    void aModalIsLeftByTheKeyboardAndTheLineHasTheFocusAgain() {
        button(engineer, "⚡ Request access").click();
        assertThat(engineer.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Escape");
        assertThat(engineer.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(engineer.locator("input.line")).isFocused();
    }

    @Test
    void theHomeTabShowsWhatTheAppPublished() {
        button(engineer, "Home").click();
        assertThat(engineer.locator(".home")).containsText("ledger-writer");
    }

    @Test
    void whatSlackRefusesStandsInTheStripAtTheBottom() {
        page.getByLabel("Let Slack be:").selectOption("FAILING");
        assertThat(page.locator("#wire")).hasClass("wire ill");
        button(engineer, "⚡ Request access").click();
        assertThat(page.locator("#wire")).containsText("✖ views.open");
        page.getByLabel("Let Slack be:").selectOption("NONE");
        assertThat(page.locator("#wire")).hasClass("wire");
    }
}
