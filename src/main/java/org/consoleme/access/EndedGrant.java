package org.consoleme.access;

import java.time.Instant;

/**
 * A grant that was ended before its time.
 *
 * @param keysUntil keys issued under it stop working then at the latest
 * @param others whether new keys to the role are issued to its person all the same
 */
public record EndedGrant(Grant grant, Instant keysUntil, OtherWays others) {}
