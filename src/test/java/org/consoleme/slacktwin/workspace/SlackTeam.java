package org.consoleme.slacktwin.workspace;

import java.util.Optional;

/**
 * A workspace; Slack's API calls it a team.
 *
 * @param id {@code T…}
 * @param domain the part before {@code .slack.com}
 * @param enterprise the organisation it belongs to, on Enterprise Grid
 */
public record SlackTeam(String id, String name, String domain, Optional<Enterprise> enterprise) {

    /**
     * An Enterprise Grid organisation.
     *
     * @param id {@code E…}
     */
    public record Enterprise(String id, String name) {}

    /** A workspace of its own, in no organisation. */
    public static SlackTeam standalone(String id, String name, String domain) {
        return new SlackTeam(id, name, domain, Optional.empty());
    }

    /** The same workspace inside an organisation. */
    public SlackTeam in(String enterpriseId, String enterpriseName) {
        return new SlackTeam(
                id, name, domain, Optional.of(new Enterprise(enterpriseId, enterpriseName)));
    }
}
