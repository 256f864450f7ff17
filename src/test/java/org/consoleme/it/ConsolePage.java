package org.consoleme.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** What a page of the console shows, and how to get about in it by keyboard. */
record ConsolePage(Page page) {
    /** How often somebody presses Tab before they give up. */
    private static final int PATIENCE = 60;

    /** Those of the list of roles. */
    Locator rows() {
        return page.locator("tr")
                .filter(new Locator.FilterOptions().setHas(page.locator(".role-name")));
    }

    Locator table(String name) {
        return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(name));
    }

    /** Presses Tab until something has the focus, or patience is at an end. */
    void tabTo(Locator wanted) {
        wanted.waitFor();
        for (int i = 0; i < PATIENCE; i++) {
            if ((Boolean) wanted.evaluate("each => each === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    /** The mean of red, green and blue, 0 to 255. */
    int brightness(String property, String selector) {
        return ((Number)
                        page.evaluate(
                                """
                                ([property, selector]) => {
                                  const style = getComputedStyle(document.querySelector(selector));
                                  const rgb = style.getPropertyValue(property).match(/[\\d.]+/g).slice(0, 3);
                                  return Math.round(rgb.reduce((sum, each) => sum + Number(each), 0) / 3);
                                }
                                """,
                                new String[] {property, selector}))
                .intValue();
    }

    /** Whom AWS takes somebody with the keys on the page for. */
    GetCallerIdentityResponse whoHoldsTheShownKeys(URI aws) {
        Locator shown = page.locator("code.key");
        return SpokeAccount.whoHolds(
                aws,
                shown.nth(0).textContent(),
                shown.nth(1).textContent(),
                shown.nth(2).textContent());
    }
}
