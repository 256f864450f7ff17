package org.consoleme.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The Slack twin's page in a tab, from the chair of one person. */
final class TwinTab {
    /** Milliseconds that an answer may take on a busy machine. */
    private static final double PATIENCE = 10_000;

    private final Page page;
    private final Locator pane;

    TwinTab(Page page, String origin, String name) {
        this.page = page;
        page.navigate(origin);
        pane =
                page.getByRole(
                        AriaRole.REGION, new Page.GetByRoleOptions().setName("Slack as " + name));
        Pattern anything = Pattern.compile("\\S");
        pane.locator("h2.room").filter(new Locator.FilterOptions().setHasText(anything)).waitFor();
    }

    /** Types a line and waits for what it brings. */
    void type(String line) {
        int before = messages().count();
        send(line);
        messages().nth(before).waitFor();
    }

    /** The address behind the button that the answer brings. */
    String linkAfter(String line, String part) {
        page.bringToFront();
        Locator links = pane.locator("a[href*='" + part + "']");
        int before = links.count();
        send(line);
        Locator link = links.nth(before);
        link.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        return link.getAttribute("href");
    }

    private void send(String line) {
        Locator field = pane.locator("input.line");
        field.fill(line);
        pane.getByLabel("Send").click();
    }

    private Locator messages() {
        return pane.locator(".messages > *");
    }
}
