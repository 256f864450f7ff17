/**
 * Requests in Slack: {@link org.consoleme.slack.requests.RequestCard} shows one, {@link
 * org.consoleme.slack.requests.SlackNotifier} keeps every posted copy as the request stands, {@link
 * org.consoleme.slack.requests.ReviewAction} and {@link
 * org.consoleme.slack.requests.ReviewSubmission} take decisions, {@link
 * org.consoleme.slack.requests.RequestCommand} asks. What Slack sends is trusted for who clicked
 * and where, never for what or whether they may.
 */
package org.consoleme.slack.requests;
