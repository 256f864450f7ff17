package org.consoleme.requests;

import java.util.Optional;

/**
 * One request as somebody sees it.
 *
 * @param hash to be named by a decision on what is shown here; empty for one that ConsoleMe made or
 *     that cannot be read
 * @param rights nothing may be done with one that ConsoleMe made or that cannot be read
 */
public record LookedAtRequest(SeenRequest seen, Optional<String> hash, Optional<Rights> rights) {}
