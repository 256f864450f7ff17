package org.consoleme.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.regex.Pattern;
import org.consoleme.testing.Chromium;
import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console's pages, as people with a browser meet them. */
class ConsoleBrowserIT {
    @RegisterExtension static final Chromium CHROMIUM = new Chromium();
    @RegisterExtension static final RunningStack STACK = new RunningStack();
    private static final String ENGINEER = "engineer@example.com";
    private static final String ADMINISTRATOR = "admin@example.com";

    private Visitor visitor;
    private ConsolePage console;

    @BeforeAll
    static void waitForTheFirstJobs() {
        new Jobs(Person.administrator(STACK.server())).settled();
    }

    @BeforeEach
    void openABrowser() {
        visitor = new Visitor(CHROMIUM.browser());
        console = new ConsolePage(visitor.page());
    }

    @AfterEach
    void nothingComplained() {
        visitor.close();
    }

    @Test
    void anEngineerFindsARoleByItsNameAndByItsAccount() {
        Page page = visitor.signIn(STACK.server(), ENGINEER).page();
        Locator rows = console.rows();
        rows.first().waitFor();
        int all = rows.count();

        page.getByLabel("Filter roles").fill("billing-prod reader");
        assertThat(page.getByText(Pattern.compile("^\\d+ match(es)?$")).first()).isVisible();
        assertThat(rows.first()).containsText("reader");
        assertThat(rows.count()).isLessThan(all);

        page.getByLabel("Filter roles").fill("");
        visitor.button(Pattern.compile("^Account")).first().click();
        page.getByRole(AriaRole.OPTION, option("billing-prod")).click();
        assertThat(rows.first()).containsText("billing-prod");
        assertThat(rows.filter(new Locator.FilterOptions().setHasNotText("billing-prod")))
                .hasCount(0);
    }

    @Test
    void favouritesAreStillThereAfterAReload() {
        Page page = visitor.signIn(STACK.server(), ENGINEER).page();
        visitor.button(Pattern.compile("^Add .* to favourites$")).first().click();
        assertThat(visitor.button(Pattern.compile("^Remove .* from favourites$"))).hasCount(1);

        page.reload();
        page.getByText("Favourites only").click();

        assertThat(console.rows()).hasCount(1);
        assertThat(visitor.button(Pattern.compile("^Remove .* from favourites$"))).hasCount(1);
    }

    @Test
    void thePanelOfARoleHasTheWeepLineAndMaskedKeysThatAwsAccepts() {
        Page page = visitor.signIn(STACK.server(), ENGINEER).page();
        Locator row = console.rows().first();
        String name = row.locator(".role-name").textContent();
        row.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^CLI of ")))
                .click();
        assertThat(page.getByLabel("the weep file line", exactly())).containsText(name);
        assertThat(page.getByText("From any address")).hasCount(0);

        visitor.tab("Credentials").click();
        visitor.button("Get keys").click();
        assertThat(page.locator("code.key").first()).hasText(Pattern.compile("^•+$"));
        visitor.button("Reveal").click();

        assertThat(console.whoHoldsTheShownKeys(STACK.aws()).arn())
                .contains(":assumed-role/" + name + "/");
        visitor.button("Drop now").click();
        assertThat(page.locator("code.key")).hasCount(0);
    }

    @Test
    void aTerminalIsApprovedByThePersonItNames() {
        Person nobody = Person.nobody(STACK.server());
        JsonNode urls = nobody.get("/noauth/v1/challenge_generator/" + ENGINEER).must(200).json();
        visitor.signIn(STACK.server(), ENGINEER);

        Page page = visitor.page();
        page.navigate(urls.get("challenge_url").asText());
        assertThat(page.getByText("A terminal wants to get credentials")).isVisible();
        assertThat(page.getByText("127.0.0.1").first()).isVisible();
        visitor.button(Pattern.compile("^Approve")).click();

        assertThat(visitor.heading("Done")).isVisible();
        URI poll = URI.create(urls.get("polling_url").asText());
        assertThat(nobody.get(poll.getPath()).must(200).json().get("status").asText())
                .isEqualTo("success");
    }

    @Test
    void aCommandInTheTwinsPageLeadsThroughTheLinkToKeysThatAwsAccepts() {
        TwinTab twin = new TwinTab(visitor.newTab(), STACK.twin().origin(), "Eva Engineer");
        twin.type("/consoleme unlink");
        visitor.signIn(STACK.server(), ENGINEER);
        Page page = visitor.page();

        page.navigate(twin.linkAfter("/consoleme creds admin", "/link/slack/"));
        assertThat(page.getByText("This lets Slack requests and approvals act as you")).isVisible();
        visitor.button(Pattern.compile("^Link")).click();
        assertThat(visitor.heading("Done")).isVisible();

        page.navigate(twin.linkAfter("/consoleme creds admin", "/go/"));
        assertThat(visitor.link(Pattern.compile("AWS console"))).hasCount(1);
        assertThat(page.getByLabel("the weep file line", exactly()))
                .hasText(Pattern.compile("^weep file \\S+$"));
        visitor.tab("Credentials").click();
        visitor.button("Get keys").click();
        visitor.button("Reveal").click();
        assertThat(console.whoHoldsTheShownKeys(STACK.aws()).arn())
                .contains(":assumed-role/admin/");
    }

    @Test
    void anAdministratorSeesHowFreshTheAccountsAreRunsAJobAndReadsTheSelfCheck() {
        Page page = visitor.signIn(STACK.server(), ADMINISTRATOR).page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Jobs").setExact(true))
                .click();
        assertThat(visitor.heading("Jobs")).isVisible();
        assertThat(console.table("Freshness of the accounts")).containsText("billing-prod");
        assertThat(console.table("Freshness of the accounts")).containsText("Fresh");
        assertThat(console.table("Runs")).containsText("account-iam");

        visitor.button("Run now: authorization").click();
        Locator latest =
                console.table("Jobs")
                        .getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("authorization"))
                        .last();
        assertThat(latest).containsText("Done");
        latest.getByRole(AriaRole.LINK).first().click();
        assertThat(visitor.heading("Run of authorization")).isVisible();

        page.navigate(STACK.server().resolve("/self-check").toString());
        assertThat(visitor.heading("Self-check")).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("Up");
    }

    @Test
    void anEngineerHasNoPagesOfAdministrators() {
        Page page = visitor.signIn(STACK.server(), ENGINEER).page();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Jobs")))
                .hasCount(0);
    }

    @Test
    void theKeyboardAloneLeadsFromTheSearchToTheKeysOfARole() {
        Page page = visitor.signIn(STACK.server(), ENGINEER).page();
        console.rows().first().waitFor();
        page.keyboard().press("/");
        page.keyboard().type("billing-prod");
        assertThat(console.rows().first()).containsText("billing-prod");

        Locator cli = visitor.button(Pattern.compile("^CLI of ")).first();
        console.tabTo(cli);
        page.keyboard().press("Enter");
        Locator credentials = visitor.tab("Credentials");
        console.tabTo(visitor.tab("weep"));
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(credentials).isFocused();
        page.keyboard().press("Enter");
        console.tabTo(visitor.button("Get keys"));
        page.keyboard().press("Enter");
        assertThat(visitor.button("Reveal")).isVisible();
    }

    @Test
    void aDarkSystemGetsADarkConsoleWhoseTextCanBeRead() {
        Page page = visitor.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        visitor.signIn(STACK.server(), ENGINEER);
        console.rows().first().waitFor();

        assertThat(console.brightness("background-color", "body")).isLessThan(60);
        assertThat(console.brightness("color", "h1")).isGreaterThan(180);
    }

    private static Page.GetByRoleOptions option(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
