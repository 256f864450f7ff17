package org.consoleme.platform.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every key there is, ConsoleMe's and ours, out of {@code config-keys.txt}; a new key is one new
 * line there.
 */
final class KeyCatalogue {
    private static final String RESOURCE = "/config-keys.txt";
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final int COLUMNS = 9;

    private final List<ConfigKey> keys;
    private final Map<String, ConfigKey> exact = new HashMap<>();
    private final Map<Pattern, ConfigKey> patterns = new LinkedHashMap<>();

    private KeyCatalogue(List<ConfigKey> keys) {
        this.keys = List.copyOf(keys);
        for (ConfigKey key : keys) {
            if (key.isPattern()) {
                patterns.put(key.pattern(), key);
            } else if (exact.put(key.key(), key) != null) {
                throw new IllegalArgumentException(
                        "config-keys.txt: " + key.key() + " stands twice");
            }
        }
        for (ConfigKey key : keys) {
            key.aliases().forEach(alias -> exact.putIfAbsent(alias, key));
        }
    }

    /** The product's own. */
    static KeyCatalogue get() {
        return Holder.INSTANCE;
    }

    /** Reads the format that the head of {@code config-keys.txt} describes. */
    static KeyCatalogue parse(List<String> lines) {
        List<ConfigKey> keys = new ArrayList<>();
        String area = "";
        for (String line : lines) {
            if (line.startsWith("## ")) {
                area = line.substring(3).strip();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(row(area, line));
            }
        }
        return new KeyCatalogue(keys);
    }

    private static ConfigKey row(String area, String line) {
        String[] cells = BAR.split(line, -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(
                    "config-keys.txt: " + COLUMNS + " columns expected: " + line);
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return new ConfigKey(
                area,
                cells[0],
                cells[1].equals("ours"),
                ConfigKey.State.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                ConfigKey.Type.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                cells[4],
                cells[5],
                cells[6].isEmpty() ? List.of() : List.of(SPACE.split(cells[6])),
                cells[7],
                cells[8]);
    }

    /** In the order of the file. */
    List<ConfigKey> keys() {
        return keys;
    }

    /** The row of a key as code asks for it, or of one of its aliases. */
    Optional<ConfigKey> row(String key) {
        ConfigKey row = exact.get(key);
        return row != null
                ? Optional.of(row)
                : patterns.entrySet().stream()
                        .filter(entry -> entry.getKey().matcher(key).matches())
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** The row that a leaf of a tree belongs to: its own, or that of a map above it. */
    Optional<ConfigKey> covering(String leaf) {
        Optional<ConfigKey> own = row(leaf);
        if (own.isPresent()) {
            return own;
        }
        for (int dot = leaf.lastIndexOf('.'); dot > 0; dot = leaf.lastIndexOf('.', dot - 1)) {
            Optional<ConfigKey> above =
                    row(leaf.substring(0, dot)).filter(row -> row.type() == ConfigKey.Type.MAP);
            if (above.isPresent()) {
                return above;
            }
        }
        return Optional.empty();
    }

    boolean isOurs(String key) {
        return row(key).filter(row -> row.ours() && !row.aliases().contains(key)).isPresent();
    }

    List<String> aliasesOf(String key) {
        ConfigKey row = exact.get(key);
        return row != null && row.key().equals(key) ? row.aliases() : List.of();
    }

    private static final class Holder {
        private static final KeyCatalogue INSTANCE = read();

        private static KeyCatalogue read() {
            try (InputStream in = KeyCatalogue.class.getResourceAsStream(RESOURCE);
                    BufferedReader reader =
                            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return parse(reader.lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
