/**
 * What Slack sends to the app: signed slash commands, and the {@code response_url} that they carry.
 */
package org.consoleme.slacktwin.command;
