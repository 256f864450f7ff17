/**
 * What Slack sends to the app: signed slash commands, clicks, shortcuts and events, and the {@code
 * response_url} that they carry. What comes from modals is in {@code modal}.
 */
package org.consoleme.slacktwin.command;
