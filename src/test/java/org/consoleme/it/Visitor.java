package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Somebody with a browser of their own. When they leave, no page may have complained: no script
 * error, nothing that the content security policy held back.
 */
final class Visitor implements AutoCloseable {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;

    /**
     * The browser's own line about an answer 401, which is how the page learns to ask who you are.
     */
    private static final Pattern NOT_SIGNED_IN =
            Pattern.compile("Failed to load resource: .* status of 401 .*");

    private final BrowserContext browser;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visitor(Browser chromium) {
        browser =
                chromium.newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
        browser.onPage(this::listen);
        page = browser.newPage();
    }

    /** Chooses who to be, as on a first visit. */
    Visitor signIn(URI server, String user) {
        page.navigate(server.toString());
        button("Be this one: " + user).click();
        heading("Roles").waitFor();
        return this;
    }

    Page page() {
        return page;
    }

    Page newTab() {
        return browser.newPage();
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    @Override
    public void close() {
        browser.close();
        assertThat(complaints).isEmpty();
    }

    private void listen(Page opened) {
        opened.onPageError(error -> complaints.add(opened.url() + ": " + error));
        opened.onConsoleMessage(message -> listen(opened, message));
    }

    private void listen(Page opened, ConsoleMessage message) {
        boolean loud = message.type().equals("error") || message.type().equals("warning");
        if (loud && !NOT_SIGNED_IN.matcher(message.text()).matches()) {
            complaints.add(opened.url() + ": " + message.text());
        }
    }
}
