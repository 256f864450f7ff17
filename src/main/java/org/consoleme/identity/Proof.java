package org.consoleme.identity;

/** How the caller showed who they are. */
public enum Proof {
    /** A session of the web console, whatever sign-in method began it. */
    WEB_SESSION,
    /** weep's token from a challenge that was approved in the browser. */
    WEEP_TOKEN,
    /** A client certificate, from the server's own listener or a trusted proxy. */
    CERTIFICATE,
    /** The same of a program that the configuration names: no person, no groups. */
    APPLICATION_CERTIFICATE,
    /** A Slack user id that is linked to exactly one person. */
    SLACK_LINK,
    /** Started by the schedule, not by a person. */
    SYSTEM
}
