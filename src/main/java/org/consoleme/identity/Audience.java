package org.consoleme.identity;

/** For whom a token is good. */
public enum Audience {
    /** The browser; ConsoleMe's own cookies count as these, having no audience. */
    WEB,
    /** Terminals, from an approved challenge: opens no web page. */
    WEEP
}
