package org.consoleme.shared;

/**
 * Marks the settings records: each is built from the {@link Configuration} at the start, so that a
 * wrong key stops the start and not the first person who needs it.
 */
public interface Settings {}
