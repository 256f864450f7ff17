package org.consoleme.platform.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One row of the catalogue.
 *
 * @param area heading under which it stands
 * @param key dotted; {@code <name>} stands for one step or a part of it
 * @param ours a key of this product and not ConsoleMe's: may come from the environment
 * @param aliases other spellings that count where the key is absent
 * @param why reason, where it does not work; else empty
 */
record ConfigKey(
        String area,
        String key,
        boolean ours,
        State state,
        Type type,
        String unit,
        String defaultValue,
        List<String> aliases,
        String meaning,
        String why) {

    /** What setting the key does. */
    enum State {
        WORKS,
        PLANNED,
        DROPPED
    }

    /** What a value looks like; everything below a {@code MAP} belongs to it. */
    enum Type {
        TEXT,
        SECRET,
        FLAG,
        INTEGER,
        NUMBER,
        LIST,
        MAPS,
        MAP
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("<[^>]+>");

    ConfigKey {
        aliases = List.copyOf(aliases);
        if (key.isBlank() || meaning.isBlank() || (state == State.WORKS) != why.isBlank()) {
            throw new IllegalArgumentException(
                    "config-keys.txt: "
                            + key
                            + " needs a meaning, and a reason exactly if it does not work");
        }
    }

    boolean isPattern() {
        return key.indexOf('<') >= 0;
    }

    /** The key with each placeholder as one step that may be anything, and what lies below. */
    Pattern pattern() {
        StringBuilder regex = new StringBuilder();
        int from = 0;
        var placeholders = PLACEHOLDER.matcher(key);
        while (placeholders.find()) {
            regex.append(Pattern.quote(key.substring(from, placeholders.start()))).append("[^.]+");
            from = placeholders.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(key.substring(from))).toString());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
