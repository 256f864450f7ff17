/**
 * The Slack door: verifies what comes from Slack, turns commands into use cases, and answers the
 * asker alone. Start with {@link org.consoleme.slack.SlackRegistration}, then {@link
 * org.consoleme.slack.command.SlackCommands}. Keys never come here.
 */
package org.consoleme.slack;
