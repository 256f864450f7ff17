/**
 * Who hears of what, in no particular channel, and the record of what was posted where. Edges
 * implement {@link org.consoleme.notifications.Notifier}.
 */
package org.consoleme.notifications;
