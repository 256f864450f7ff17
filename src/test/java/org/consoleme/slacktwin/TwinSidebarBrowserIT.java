package org.consoleme.slacktwin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.testing.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The channels at the side of the twin's page, in a browser. */
class TwinSidebarBrowserIT {
    @RegisterExtension static final Chromium CHROMIUM = new Chromium();
    private static final String LONG =
            "approvals-of-the-team-that-looks-after-every-invoice-there-is";
    private static final TwinSettings USUAL =
            TwinSettings.defaults(URI.create("http://127.0.0.1:9/slack/events"));

    @Test
    void aLongNameIsShortenedWithinItsRow() {
        Channel channel = Channel.open("C0LONGNAME", LONG, TwinSettings.ENGINEER, TwinSettings.BOT);
        List<Channel> channels =
                Stream.concat(USUAL.channels().stream(), Stream.of(channel)).toList();
        try (TwinServer twin = TwinServer.start(USUAL.withPeople(USUAL.people(), channels));
                Page page = CHROMIUM.browser().newPage()) {
            page.navigate(twin.origin());
            Locator row =
                    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(LONG))
                            .first();
            assertThat(row).hasAttribute("title", LONG);

            // the page may draw the row anew while it is looked at
            page.waitForCondition(
                    () ->
                            is(row, "scrollWidth === e.clientWidth")
                                    && is(row.locator(".label"), "scrollWidth > e.clientWidth"));
        }
    }

    private static boolean is(Locator drawn, String measure) {
        return (Boolean) drawn.evaluate("e => e.clientWidth > 0 && e." + measure);
    }
}
