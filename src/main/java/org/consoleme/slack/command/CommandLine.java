package org.consoleme.slack.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consoleme.shared.Problem;

/**
 * What stands after the slash command: {@code creds <words> [in <account>] [for 2h] [because …]}.
 *
 * @param verb lower case; empty for an empty line
 * @param words what is meant, without the clauses
 * @param all everything after the verb, clauses too
 * @param account after the last {@code in}; a single word, or quoted
 * @param length after {@code for}
 * @param reason all that follows {@code because}
 */
public record CommandLine(
        String verb,
        String words,
        String all,
        Optional<String> account,
        Optional<Duration> length,
        Optional<String> reason) {
    private static final int LONGEST = 2000;

    /** A button's value takes no more: Slack allows 2,000 characters there. */
    static final int LONGEST_REASON = 1000;

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} naming the clause
     */
    static CommandLine parse(String text) {
        if (text.length() > LONGEST) {
            throw new Problem.Invalid("command", "at most " + LONGEST + " characters")
                    .asException();
        }
        List<String> tokens = tokens(text);
        if (tokens.isEmpty()) {
            return new CommandLine(
                    "", "", "", Optional.empty(), Optional.empty(), Optional.empty());
        }
        String verb = tokens.removeFirst().toLowerCase(Locale.ROOT);
        String all = String.join(" ", tokens);
        Optional<String> reason = after(tokens, "because", true);
        if (reason.filter(words -> words.length() > LONGEST_REASON).isPresent()) {
            throw new Problem.Invalid("because", "at most " + LONGEST_REASON + " characters")
                    .asException();
        }
        Optional<Duration> length = after(tokens, "for", false).map(CommandLine::duration);
        Optional<String> account = after(tokens, "in", false);
        return new CommandLine(verb, String.join(" ", tokens), all, account, length, reason);
    }

    /** Takes a clause out of the tokens: its one value, or all that follows. */
    private static Optional<String> after(List<String> tokens, String keyword, boolean rest) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).equalsIgnoreCase(keyword)) {
                if (i + 1 >= tokens.size()) {
                    throw new Problem.Invalid(keyword, "say what, after \"" + keyword + "\"")
                            .asException();
                }
                int end = rest ? tokens.size() : i + 2;
                String value = String.join(" ", tokens.subList(i + 1, end));
                tokens.subList(i, end).clear();
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /**
     * @param text for example {@code 2h}, {@code 90m}, {@code 1h30m}
     * @throws org.consoleme.shared.ProblemException {@code Invalid}
     */
    public static Duration duration(String text) {
        String iso = "PT" + text.toUpperCase(Locale.ROOT);
        try {
            if (text.length() <= 10
                    && iso.matches("PT(\\d{1,3}H)?(\\d{1,4}M)?")
                    && iso.length() > 2) {
                Duration length = Duration.parse(iso);
                if (length.isPositive()) {
                    return length;
                }
            }
        } catch (DateTimeParseException e) {
            throw notALength(e);
        }
        throw notALength(null);
    }

    private static RuntimeException notALength(Exception cause) {
        return new Problem.Invalid("for", "a length like 2h, 90m or 1h30m").asException(cause);
    }

    /** Splits at spaces; keeps together what stands in straight or typographic quotes. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '“' || c == '”') {
                quoted = !quoted;
            } else if (!quoted && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                if (!token.isEmpty()) {
                    tokens.add(token.toString());
                    token.setLength(0);
                }
            } else {
                token.append(c);
            }
        }
        if (!token.isEmpty()) {
            tokens.add(token.toString());
        }
        return tokens;
    }
}
