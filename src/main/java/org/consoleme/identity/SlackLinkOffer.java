package org.consoleme.identity;

/**
 * What the confirmation page shows: whose Slack user would act as whom.
 *
 * @param profile the Slack user that asked for the link
 */
public record SlackLinkOffer(SlackProfile profile, State state) {
    /** {@code USED}: confirmed or refused before. */
    public enum State {
        OPEN,
        LINKED,
        REFUSED,
        USED
    }
}
