/**
 * The Events API: what Slack tells us by itself. {@link org.consoleme.slack.events.SlackEvents}
 * takes each event once and hands it to the {@link org.consoleme.slack.events.SlackEventHandler}
 * that wants it; the others are acknowledged and forgotten.
 */
package org.consoleme.slack.events;
