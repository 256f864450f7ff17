/**
 * The console's own API under {@code /api/v3}, and the pages. Wire records stay here; every
 * resource calls one use case. Knows neither weep's answers nor Slack.
 */
package org.consoleme.web.console;
