/**
 * Our own Slack: the other side of the wire, for the tests and for the local stack.
 *
 * <p>Start reading at {@link org.consoleme.slacktwin.TwinServer}. What happens in the workspace is
 * in {@code workspace}, what the app may ask in {@code api}, what Slack refuses in {@code blocks},
 * what Slack sends in {@code command}, how Slack looks in {@code draw} and {@code page}. It knows
 * nothing of the product: what both believed wrongly would never be found.
 */
package org.consoleme.slacktwin;
