/**
 * What happened, for the customer: {@link org.consoleme.audit.AuditTrail} and the closed family of
 * {@link org.consoleme.audit.AuditEvent}s. Not the log. Knows only {@code shared}.
 */
package org.consoleme.audit;
