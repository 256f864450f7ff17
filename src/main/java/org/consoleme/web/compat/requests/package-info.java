/**
 * ConsoleMe's own routes of policy requests, under {@code /api/v2}: what its clients send becomes
 * what the core asks for, and the core's requests are drawn as ConsoleMe drew them. Start with
 * {@link org.consoleme.web.compat.requests.RequestResource}. Knows neither the console's API nor
 * how requests are stored.
 */
package org.consoleme.web.compat.requests;
