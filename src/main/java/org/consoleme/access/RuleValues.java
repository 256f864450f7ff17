package org.consoleme.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.consoleme.shared.AccountId;

/** Reads the values of one rule and collects what is wrong with them. Values are not repeated. */
final class RuleValues {
    private static final int MAX_TEXT = 300;
    private static final int MAX_DIGITS = 6;

    private final int place;
    private final Optional<String> rule;
    private final List<RuleMistake> mistakes = new ArrayList<>();
    private final Set<String> broken = new TreeSet<>();

    /**
     * @param place of the rule, from 1
     * @param rule its name
     */
    RuleValues(int place, Optional<String> rule) {
        this.place = place;
        this.rule = rule;
    }

    void mistake(String key, String reason) {
        broken.add(key);
        mistakes.add(new RuleMistake(place, rule, key, reason));
    }

    boolean broken(String key) {
        return broken.contains(key);
    }

    List<RuleMistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** A misspelt key is a rule that means something else. */
    void known(Map<String, Object> map, Set<String> keys, String prefix) {
        for (String key : map.keySet()) {
            if (!keys.contains(key)) {
                mistake(
                        prefix + key,
                        "there is no such key, only " + String.join(", ", new TreeSet<>(keys)));
            }
        }
    }

    boolean flag(Map<String, Object> map, String key) {
        Object value = map.getOrDefault(key, false);
        if (value instanceof Boolean flag) {
            return flag;
        }
        mistake(key, "true or false");
        return false;
    }

    /** Texts, or one; none if the key is not there, and none if one of them is no text. */
    List<String> texts(Map<String, Object> map, String key, String where) {
        if (!map.containsKey(key)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object item : map.get(key) instanceof List<?> list ? list : listOf(map.get(key))) {
            Optional<String> text = text(item);
            if (text.isEmpty()) {
                mistake(where, "is a list of texts; account numbers stand in quotes");
                return List.of();
            }
            texts.add(text.get());
        }
        if (texts.isEmpty()) {
            mistake(where, "has nothing in it: leave it out, or say what is meant");
        }
        return texts;
    }

    private static List<?> listOf(Object value) {
        return value == null ? List.of() : List.of(value);
    }

    /** A number counts where it can be nothing but an account's. */
    private static Optional<String> text(Object item) {
        if (item instanceof Number number && AccountId.isAccountId(number.toString())) {
            return Optional.of(number.toString());
        }
        return item instanceof String text && !text.isBlank() && text.length() <= MAX_TEXT
                ? Optional.of(text)
                : Optional.empty();
    }

    Duration duration(
            Map<String, Object> map,
            String key,
            Duration least,
            Duration most,
            Duration otherwise) {
        if (!map.containsKey(key)) {
            return otherwise;
        }
        Optional<Duration> read =
                map.get(key) instanceof String text ? duration(text) : Optional.empty();
        if (read.isEmpty() || read.get().compareTo(least) < 0 || read.get().compareTo(most) > 0) {
            mistake(
                    key,
                    "a time such as 30m, 8h or 7d, from "
                            + least.toMinutes()
                            + "m to "
                            + most.toDays()
                            + "d");
            return otherwise;
        }
        return read.get();
    }

    private static Optional<Duration> duration(String text) {
        int last = text.length() - 1;
        if (last < 1
                || last > MAX_DIGITS
                || !text.chars().limit(last).allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.substring(0, last));
        return switch (text.charAt(last)) {
            case 'm' -> Optional.of(Duration.ofMinutes(number));
            case 'h' -> Optional.of(Duration.ofHours(number));
            case 'd' -> Optional.of(Duration.ofDays(number));
            default -> Optional.empty();
        };
    }
}
