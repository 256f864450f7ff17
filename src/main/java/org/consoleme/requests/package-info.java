/**
 * Asking and approving: {@link org.consoleme.requests.ChangeRequest} and what may become of it.
 * Start with {@code OpenRequest}, {@code ReviewRequest} and {@code ApplyChanges}. State comes
 * first, effects follow from the outbox. Who may decide is {@code access}'s to say.
 */
package org.consoleme.requests;
