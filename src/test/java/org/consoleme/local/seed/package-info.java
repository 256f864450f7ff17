/**
 * The demo organization that the local stack lays down in its own stand-in AWS: start with {@link
 * org.consoleme.local.seed.DemoOrganization}. Which role is for whom stands in {@link
 * org.consoleme.local.seed.DemoRoles}. Knows the AWS SDK, and nothing of the server.
 */
package org.consoleme.local.seed;
