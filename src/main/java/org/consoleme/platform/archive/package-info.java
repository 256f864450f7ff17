/**
 * ConsoleMe's objects in S3, in its envelope. Start with {@link
 * org.consoleme.platform.archive.Archive}. Knows no SDK: {@link org.consoleme.platform.ObjectStore}
 * does.
 */
package org.consoleme.platform.archive;
