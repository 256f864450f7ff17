/**
 * Routes of ConsoleMe's own web console that scripts and bookmarks still call, over the same use
 * cases as our console. Start with {@link org.consoleme.web.compat.RoleLoginResource}. What is new
 * stands in {@code web.console}; terminals have {@code web.weep}.
 */
package org.consoleme.web.compat;
