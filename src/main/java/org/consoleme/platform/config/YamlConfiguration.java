package org.consoleme.platform.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/**
 * A merged tree addressed by dotted keys. A key of ours comes from a system property first, then
 * from the environment, then from the tree; ConsoleMe's keys come from the tree alone, or else
 * {@code AWS_REGION} would become {@code aws.region}. An alias counts where its key is absent.
 */
public final class YamlConfiguration implements Configuration {
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern UNESCAPED_COMMA = Pattern.compile("(?<!\\\\),");

    private final Map<String, Object> tree;
    private final KeyCatalogue catalogue;
    private final Function<String, Optional<String>> overrides;

    private YamlConfiguration(
            Map<String, Object> tree,
            KeyCatalogue catalogue,
            Function<String, Optional<String>> overrides) {
        this.tree = tree;
        this.catalogue = catalogue;
        this.overrides = overrides;
    }

    static YamlConfiguration of(
            Map<String, Object> tree, KeyCatalogue catalogue, Environment environment) {
        return new YamlConfiguration(tree, catalogue, environment::override);
    }

    /** The configuration of one YAML text, without environment: for tests of settings. */
    public static YamlConfiguration ofYaml(String yaml) {
        Object value = SafeYaml.read("yaml", yaml).value();
        return value == null
                ? ofTree(Map.of())
                : value instanceof Map<?, ?> map
                        ? ofTree(AccountIdRepair.inStatic(YamlTree.asTree(map)).tree())
                        : ofTree(Map.of("not a map", value));
    }

    /** A tree that stands for itself: no environment. */
    static YamlConfiguration ofTree(Map<String, Object> tree) {
        return new YamlConfiguration(tree, KeyCatalogue.get(), key -> Optional.empty());
    }

    /** All of it as it was written, without what the environment says. */
    public Map<String, Object> tree() {
        return Collections.unmodifiableMap(tree);
    }

    @Override
    public Optional<String> text(String key) {
        return value(key)
                .map(
                        value ->
                                value instanceof Boolean && mayBeFlag(key)
                                        ? value.toString()
                                        : scalarText(key, value));
    }

    @Override
    public Optional<Integer> integer(String key) {
        return value(key).map(value -> wholeNumber(key, value));
    }

    @Override
    public Optional<Boolean> flag(String key) {
        return value(key).map(value -> yesOrNo(key, value));
    }

    @Override
    public List<String> list(String key) {
        Optional<String> override = override(key);
        if (override.isPresent()) {
            return Arrays.stream(UNESCAPED_COMMA.split(override.get(), -1))
                    .map(item -> item.replace("\\,", ",").strip())
                    .filter(item -> !item.isEmpty())
                    .toList();
        }
        return value(key)
                .map(
                        value ->
                                value instanceof Collection<?> items
                                        ? items.stream()
                                                .filter(Objects::nonNull)
                                                .map(item -> scalarText(key, item))
                                                .toList()
                                        : List.of(scalarText(key, value)))
                .orElse(List.of());
    }

    @Override
    public List<Map<String, Object>> maps(String key) {
        return value(key)
                .map(
                        value -> {
                            if (value instanceof List<?> items
                                    && items.stream().allMatch(Map.class::isInstance)) {
                                return items.stream()
                                        .map(item -> YamlTree.asTree((Map<?, ?>) item))
                                        .toList();
                            }
                            throw wrongType(key, "a list of maps", value);
                        })
                .orElse(List.of());
    }

    @Override
    public Map<String, Object> map(String key) {
        return value(key)
                .map(
                        value -> {
                            if (value instanceof Map<?, ?> map) {
                                return YamlTree.asTree(map);
                            }
                            throw wrongType(key, "a map", value);
                        })
                .orElse(Map.of());
    }

    @Override
    public boolean isNull(String key) {
        return override(key).isEmpty()
                && find(key).filter(found -> found.value() == null).isPresent();
    }

    /** What stands at a key: null if the file says so. */
    private record Found(Object value) {}

    private Optional<Object> value(String key) {
        Optional<String> override = override(key);
        if (override.isPresent()) {
            return Optional.of(override.get());
        }
        return find(key).map(Found::value);
    }

    private Optional<String> override(String key) {
        return catalogue.isOurs(key) ? overrides.apply(key) : Optional.empty();
    }

    /** Such as ConsoleMe's {@code auth.cookie.samesite: true}. */
    private boolean mayBeFlag(String key) {
        return catalogue.row(key).filter(row -> row.type() == ConfigKey.Type.FLAG).isPresent();
    }

    private Optional<Found> find(String key) {
        return at(key).or(
                        () ->
                                catalogue.aliasesOf(key).stream()
                                        .flatMap(alias -> at(alias).stream())
                                        .findFirst());
    }

    private Optional<Found> at(String key) {
        Object here = tree;
        String path = "";
        for (String step : DOT.split(key, -1)) {
            if (here == null) {
                return Optional.empty();
            }
            if (!(here instanceof Map<?, ?> map)) {
                throw new Problem.Invalid(
                                key,
                                path + " holds " + kind(here) + ", and a map is expected there")
                        .asException();
            }
            if (!map.containsKey(step)) {
                return Optional.empty();
            }
            here = map.get(step);
            path = path.isEmpty() ? step : path + "." + step;
        }
        return Optional.of(new Found(here));
    }

    private static String scalarText(String key, Object value) {
        return switch (value) {
            case String text -> text;
            case Double _, Boolean _ -> throw wrongType(key, "text (put it in quotes)", value);
            case Number number -> number.toString();
            default -> throw wrongType(key, "text", value);
        };
    }

    private static Integer wholeNumber(String key, Object value) {
        try {
            return switch (value) {
                case Number number -> new BigDecimal(number.toString()).intValueExact();
                case String text -> new BigDecimal(text.strip()).intValueExact();
                default -> throw wrongType(key, "a whole number", value);
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrongType(key, "a whole number", value);
        }
    }

    private static Boolean yesOrNo(String key, Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case Integer number when number == 0 || number == 1 -> number == 1;
            case String text ->
                    switch (text.strip().toLowerCase(Locale.ROOT)) {
                        case "true", "yes", "on", "1" -> true;
                        case "false", "no", "off", "0" -> false;
                        default -> throw wrongType(key, "true or false", value);
                    };
            default -> throw wrongType(key, "true or false", value);
        };
    }

    /** Never shows the value: it may be a secret under the wrong key. */
    private static ProblemException wrongType(String key, String expected, Object found) {
        return new Problem.Invalid(key, "expected " + expected + ", found " + kind(found))
                .asException();
    }

    private static String kind(Object value) {
        return switch (value) {
            case null -> "nothing";
            case Map<?, ?> _ -> "a map";
            case List<?> _ -> "a list";
            case Boolean _ -> "true or false";
            case Number _ -> "a number";
            default -> "text";
        };
    }
}
