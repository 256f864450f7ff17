package org.consoleme.local.seed;

/**
 * An account of the organization.
 *
 * @param status as AWS writes it: ACTIVE, SUSPENDED, …
 */
public record SeededAccount(String id, String name, String status) {}
