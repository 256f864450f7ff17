package org.consoleme.slack.command;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a typed line.
 *
 * @param quoted stood in quotes, at least in part: it is meant as it is, and no keyword
 */
record Token(String text, boolean quoted) {

    boolean is(String keyword) {
        return !quoted && text.equalsIgnoreCase(keyword);
    }

    /** Splits at spaces; keeps together what stands in straight or typographic quotes. */
    static List<Token> all(String text) {
        List<Token> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        boolean open = false;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '“' || c == '”') {
                open = !open;
                quoted = true;
            } else if (!open && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                add(tokens, token, quoted);
                quoted = false;
            } else {
                token.append(c);
            }
        }
        add(tokens, token, quoted);
        return tokens;
    }

    /** Nothing, where nothing stands; the next token begins. */
    private static void add(List<Token> tokens, StringBuilder token, boolean quoted) {
        if (!token.isEmpty()) {
            tokens.add(new Token(token.toString(), quoted));
            token.setLength(0);
        }
    }
}
