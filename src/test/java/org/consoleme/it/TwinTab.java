package org.consoleme.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The Slack twin's page in a tab, from the chair of one person. */
final class TwinTab {
    /** What an answer to a command may take. */
    private static final double A_SECOND = 1_000;

    private final Page page;
    private final Locator pane;

    TwinTab(Page page, String origin, String name) {
        this.page = page;
        page.navigate(origin);
        pane =
                page.getByRole(
                        AriaRole.REGION, new Page.GetByRoleOptions().setName("Slack as " + name));
    }

    /** Types a line and waits for what it brings. */
    void type(String line) {
        int before = messages().count();
        send(line);
        messages().nth(before).waitFor();
    }

    /** The address behind a button of the answer, which has to be there within a second. */
    String linkAfter(String line, String part) {
        page.bringToFront();
        Locator links = pane.locator("a[href*='" + part + "']");
        int before = links.count();
        send(line);
        Locator link = links.nth(before);
        link.waitFor(new Locator.WaitForOptions().setTimeout(A_SECOND));
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
