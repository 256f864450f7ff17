package org.consoleme.credentials;

import java.util.Optional;
import org.consoleme.access.RoleQuery;

/**
 * Asks for a console session.
 *
 * @param region where the console opens; empty for the configured one
 * @param redirect a page of the AWS console to arrive at
 */
public record ConsoleRequest(RoleQuery query, Optional<String> region, Optional<String> redirect) {}
