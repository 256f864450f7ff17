package org.consoleme.access;

/** What the role is wanted for: CLI-only roles are left out of the console. */
public enum Surface {
    CONSOLE,
    CLI
}
