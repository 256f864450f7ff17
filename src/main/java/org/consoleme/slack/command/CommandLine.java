package org.consoleme.slack.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consoleme.shared.Problem;

/**
 * What stands after the slash command: {@code creds <words> [in <account>] [for 2h] [because …]}.
 *
 * @param verb lower case; empty for an empty line
 * @param words what is meant, without the clauses
 * @param all everything after the verb, clauses too
 * @param account after the last {@code in}; a single word, or quoted
 * @param length after the last {@code for}
 * @param reason all that follows the first {@code because}; none of these words counts in quotes
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
        List<Token> tokens = Token.all(text);
        if (tokens.isEmpty()) {
            return new CommandLine(
                    "", "", "", Optional.empty(), Optional.empty(), Optional.empty());
        }
        String verb = tokens.removeFirst().text().toLowerCase(Locale.ROOT);
        String all = words(tokens);
        Optional<String> reason = reason(tokens);
        if (reason.filter(words -> words.length() > LONGEST_REASON).isPresent()) {
            throw new Problem.Invalid("because", "at most " + LONGEST_REASON + " characters")
                    .asException();
        }
        Optional<Duration> length = after(tokens, "for").map(CommandLine::duration);
        Optional<String> account = after(tokens, "in");
        return new CommandLine(verb, words(tokens), all, account, length, reason);
    }

    /** Takes it out of the tokens: what somebody says may hold any word, that one too. */
    private static Optional<String> reason(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("because")) {
                return Optional.of(taken(tokens, i, tokens.size()));
            }
        }
        return Optional.empty();
    }

    /** Takes a clause of one value out of the tokens: the last one. */
    private static Optional<String> after(List<Token> tokens, String keyword) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is(keyword)) {
                return Optional.of(taken(tokens, i, i + 2));
            }
        }
        return Optional.empty();
    }

    /**
     * @param at where the keyword stands
     * @param end where its value ends
     */
    private static String taken(List<Token> tokens, int at, int end) {
        if (at + 1 >= tokens.size()) {
            String keyword = tokens.get(at).text().toLowerCase(Locale.ROOT);
            throw new Problem.Invalid(keyword, "say what, after \"" + keyword + "\"").asException();
        }
        String value = words(tokens.subList(at + 1, end));
        tokens.subList(at, end).clear();
        return value;
    }

    private static String words(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
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
}
