/**
 * DynamoDB: our own tables, and ConsoleMe's in its encodings. Start with {@link
 * org.consoleme.platform.dynamo.DynamoTables} and {@link
 * org.consoleme.platform.dynamo.DynamoDatabase}.
 */
package org.consoleme.platform.dynamo;
