/**
 * A recorded ConsoleMe, played to our server. Start with {@link org.consoleme.it.replay.ReplayIT};
 * wanted differences stand in {@link org.consoleme.it.replay.Differences}, routes that do not exist
 * yet in {@link org.consoleme.it.replay.NotYet}.
 */
package org.consoleme.it.replay;
