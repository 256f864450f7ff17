/**
 * Requests, grants and rules for the console's pages, under {@code /api/v3}. What a change makes
 * different, and what is risky about it, is said here for the page to draw, never worked out there.
 * Start with {@link org.consoleme.web.console.requests.RequestsResource}.
 */
package org.consoleme.web.console.requests;
