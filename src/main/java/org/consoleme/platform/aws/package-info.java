/**
 * AWS behind the core's ports: keys from STS, IAM's objects, accounts, S3, the console sign-in.
 * Start with {@link org.consoleme.platform.aws.AwsClients}: the one place where SDK clients, their
 * time-outs and retries are made. Errors leave as {@code Problem} by {@link
 * org.consoleme.platform.aws.AwsErrors}, by code and never by text.
 */
package org.consoleme.platform.aws;
