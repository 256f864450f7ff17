package org.consoleme.slacktwin.command;

/**
 * What every request to the app carries, and the key that signs it.
 *
 * @param botId {@code B…}
 * @param verificationToken Slack's old shared token, the field {@code token}
 */
public record AppFields(
        String appId, String botId, String verificationToken, String signingSecret) {
    @Override
    public String toString() {
        return "AppFields[" + appId + ", ***]";
    }
}
