/**
 * The whole server, as people and their programs meet it: over HTTP, Slack and a browser, on the
 * local stack. Start with {@link org.consoleme.it.JourneyIT}.
 */
package org.consoleme.it;
