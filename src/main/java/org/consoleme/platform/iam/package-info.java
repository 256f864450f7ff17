/**
 * The ports that need Redis, DynamoDB and S3 together. Start with {@link
 * org.consoleme.platform.iam.ConsoleMeIamCache}.
 */
package org.consoleme.platform.iam;
