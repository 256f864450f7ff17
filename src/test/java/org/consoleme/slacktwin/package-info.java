/**
 * Our own Slack: the other side of the wire, for the tests and for the local stack.
 *
 * <p>Start reading at {@link org.consoleme.slacktwin.TwinServer}, and for a test at {@link
 * org.consoleme.slacktwin.Actor}. What happens in the workspace is in {@code workspace}, what the
 * app may ask in {@code api}, what Slack refuses in {@code blocks}, what Slack sends in {@code
 * command}, {@code modal} and {@code socket}, what goes wrong in {@code fault}, how Slack looks in
 * {@code draw} and {@code page}. It knows nothing of the product: what both believed wrongly would
 * never be found.
 *
 * <pre>{@code
 * Actor engineer = twin.actAs(TwinSettings.ENGINEER);
 * engineer.type("/consoleme request role");
 * SlackView modal = twin.awaitModal(TwinSettings.ENGINEER, SOON);
 * engineer.submit(modal, Map.of("Role", "ledger-writer", "Why", "INC-4711"));
 * Message card = twin.awaitMessage(m -> m.channel().equals(TwinSettings.APPROVALS), SOON);
 * twin.actAs(TwinSettings.APPROVER).clickIn("aws-approvals", card, "Approve");
 * }</pre>
 */
package org.consoleme.slacktwin;
