/**
 * What weep and scripts call: ConsoleMe's routes, byte for byte where a client could tell. Start
 * with {@link org.consoleme.web.weep.CliCallers} (who is calling) and {@link
 * org.consoleme.web.weep.GetCredentialsResource}.
 */
package org.consoleme.web.weep;
