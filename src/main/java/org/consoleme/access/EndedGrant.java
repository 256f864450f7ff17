package org.consoleme.access;

import java.time.Instant;

/**
 * A grant that was ended before its time.
 *
 * @param keysUntil keys issued under it stop working then at the latest; no new ones are issued
 */
public record EndedGrant(Grant grant, Instant keysUntil) {}
