/**
 * Tells open consoles that something changed, as server-sent events: ids alone, and the page reads
 * the rest anew with its own rights. Start with {@link org.consoleme.web.events.EventsServlet}.
 */
package org.consoleme.web.events;
