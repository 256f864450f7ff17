package org.consoleme.slack.command;

import org.consoleme.slack.SlackCall;
import org.consoleme.slack.message.SlackMessage;

/** One word that can follow the slash command. Every bean of this type is offered. */
public interface SlackCommand {

    /** Lower case. */
    String verb();

    /** How it is typed, after the command's name, and what it does. */
    Usage usage();

    /**
     * @throws org.consoleme.shared.ProblemException which is drawn for the asker
     */
    SlackMessage handle(SlackCall call, CommandLine line);

    /**
     * @param form for example {@code creds <role> [in <account>]}
     */
    record Usage(String form, String does) {}
}
