package org.consoleme.fakes;

import org.consoleme.contracts.SlackLinksContract;
import org.consoleme.identity.SlackLinks;

class InMemorySlackLinksTest extends SlackLinksContract {
    private final SlackLinks links = new InMemorySlackLinks();

    @Override
    protected SlackLinks links() {
        return links;
    }
}
