package org.consoleme.identity;

import java.util.Optional;

/**
 * A Slack user as Slack shows them to people; names and pictures are for eyes only and decide
 * nothing.
 *
 * @param picture an https address of Slack's
 */
public record SlackProfile(SlackKey key, String name, String workspace, Optional<String> picture) {}
