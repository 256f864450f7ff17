/**
 * Who is asking and how sure we are. Start with {@link org.consoleme.identity.Caller}; doors make
 * one, use cases take it. Knows nothing of cookies, headers or Slack payloads beyond the values it
 * is handed.
 */
package org.consoleme.identity;
