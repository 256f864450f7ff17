package org.consoleme.slacktwin.draw;

import java.util.function.UnaryOperator;

/**
 * Turns ids into the names that people see.
 *
 * @param user user id to name
 * @param channel channel id to name, without {@code #}
 */
public record Names(UnaryOperator<String> user, UnaryOperator<String> channel) {}
