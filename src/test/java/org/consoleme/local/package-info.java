/**
 * The local stack: real Redis, DynamoDB Local, moto, a federation stub, the Slack twin and the
 * server, on this machine alone. Start with {@link org.consoleme.local.LocalStack}, which people
 * run, and {@link org.consoleme.local.LocalStackParts}, which it shares with the integration tests.
 * Never packaged.
 *
 * <p>It can do no harm: it binds 127.0.0.1, fills and empties only what it started itself, ends
 * only processes of its own, and hands none of the shell's AWS variables to anything.
 */
package org.consoleme.local;
