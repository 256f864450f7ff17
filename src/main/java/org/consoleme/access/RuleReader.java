package org.consoleme.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.consoleme.policies.Risk;

/** Reads one entry of {@code approval_rules}, strictly: each mistake becomes a sentence. */
final class RuleReader {
    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "match",
                    "who_may_ask",
                    "approvers",
                    "needed",
                    "max_duration",
                    "expires_after",
                    "auto_approve",
                    "channel");
    private static final Set<String> MATCH_KEYS =
            Set.of("accounts", "ous", "role_tags", "owners", "kinds", "risk");
    private static final int MAX_NAME = 100;
    private static final int MAX_NEEDED = 10;
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration SHORTEST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Map<String, Object> written;
    private final RuleValues values;

    /**
     * @param place from 1, for rules whose name cannot be read
     */
    RuleReader(Map<String, Object> written, int place) {
        this.written = written;
        this.values = new RuleValues(place, writtenName());
    }

    /** The rule; of a broken one what could be read, with what could not be matching everything. */
    RuleBook.Entry read() {
        values.known(written, KEYS, "");
        boolean auto = values.flag(written, "auto_approve");
        ApprovalRule rule =
                new ApprovalRule(
                        name(),
                        match(),
                        people("who_may_ask"),
                        approvers(auto),
                        needed(),
                        values.duration(
                                written,
                                "max_duration",
                                SHORTEST,
                                LONGEST,
                                ApprovalRule.DEFAULT_MAX_DURATION),
                        values.duration(
                                written,
                                "expires_after",
                                SHORTEST_WAIT,
                                LONGEST,
                                ApprovalRule.DEFAULT_EXPIRES_AFTER),
                        auto,
                        channel());
        return new RuleBook.Entry(rule, values.mistakes());
    }

    private String name() {
        Optional<String> name =
                writtenName().filter(text -> !text.equals(ApprovalRule.DEFAULT.name()));
        if (name.isEmpty()) {
            values.mistake(
                    "name", "a rule has a name of its own, 1 to " + MAX_NAME + " characters");
        }
        return name.orElse("");
    }

    private Optional<String> writtenName() {
        return written.get("name") instanceof String name
                        && !name.isBlank()
                        && name.length() <= MAX_NAME
                        && name.codePoints().noneMatch(Character::isISOControl)
                ? Optional.of(name)
                : Optional.empty();
    }

    private People people(String key) {
        List<String> entries = values.texts(written, key, key);
        if (entries.contains("*")) {
            values.mistake(key, "* is no user and no group: " + People.EVERYBODY + " is the word");
        }
        if (entries.isEmpty() && !values.broken(key)) {
            values.mistake(key, "name at least one user or group");
        }
        return new People(entries);
    }

    /** What was edited after a rule let it through is for people to decide. */
    private People approvers(boolean auto) {
        if (auto && !written.containsKey("approvers")) {
            return People.ADMINS;
        }
        People named = people("approvers");
        if (!named.entries().contains(People.EVERYBODY)) {
            return named;
        }
        values.mistake("approvers", "everybody cannot approve: name users or groups");
        return People.NOBODY;
    }

    private int needed() {
        Object value = written.getOrDefault("needed", 1);
        if (value instanceof Integer number && number >= 1 && number <= MAX_NEEDED) {
            return number;
        }
        values.mistake("needed", "a whole number from 1 to " + MAX_NEEDED);
        return 1;
    }

    private Optional<ApprovalChannel> channel() {
        if (!written.containsKey("channel")) {
            return Optional.empty();
        }
        if (written.get("channel") instanceof String id && ApprovalChannel.isId(id)) {
            return Optional.of(new ApprovalChannel(id));
        }
        values.mistake("channel", ApprovalChannel.WANTED);
        return Optional.empty();
    }

    private RuleMatch match() {
        if (!(written.get("match") instanceof Map<?, ?> map)) {
            values.mistake("match", "say what the rule is for, or {} for everything");
            return RuleMatch.EVERYTHING;
        }
        Map<String, Object> match = new LinkedHashMap<>();
        map.forEach((key, value) -> match.put(String.valueOf(key), value));
        values.known(match, MATCH_KEYS, "match.");
        return new RuleMatch(
                values.texts(match, "accounts", "match.accounts"),
                values.texts(match, "ous", "match.ous"),
                tags(match),
                values.texts(match, "owners", "match.owners"),
                words(match, "kinds", AskedFor.Kind.class, AskedFor.Kind::word),
                words(match, "risk", Risk.class, risk -> risk.name().toLowerCase(Locale.ROOT)));
    }

    private Map<String, List<String>> tags(Map<String, Object> match) {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        switch (match.get("role_tags")) {
            case null -> {
                if (match.containsKey("role_tags")) {
                    values.mistake("match.role_tags", "has nothing behind it");
                }
            }
            case Map<?, ?> map -> {
                Map<String, Object> named = new LinkedHashMap<>();
                map.forEach((key, value) -> named.put(String.valueOf(key), value));
                for (String key : named.keySet()) {
                    String where = "match.role_tags." + key;
                    List<String> wanted = values.texts(named, key, where);
                    if (!values.broken(where)) {
                        tags.put(key, wanted);
                    }
                }
            }
            default -> values.mistake("match.role_tags", "is a map of tag keys to values");
        }
        return tags;
    }

    /** None of them if one is wrong: a part that cannot be read matches everything. */
    private <E extends Enum<E>> Set<E> words(
            Map<String, Object> match, String key, Class<E> type, Function<E, String> word) {
        Set<E> found = EnumSet.noneOf(type);
        List<String> known = new ArrayList<>();
        for (E one : type.getEnumConstants()) {
            known.add(word.apply(one));
        }
        for (String text : values.texts(match, key, "match." + key)) {
            if (!known.contains(text)) {
                values.mistake("match." + key, "only " + String.join(", ", known) + " are known");
                return Set.of();
            }
            found.add(type.getEnumConstants()[known.indexOf(text)]);
        }
        return found;
    }
}
