/**
 * Implementations of the core's ports: AWS, DynamoDB, Redis, configuration, time. Nothing in the
 * core knows them.
 */
package org.consoleme.platform;
