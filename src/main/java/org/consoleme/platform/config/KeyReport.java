package org.consoleme.platform.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a configuration will not do what its writer expects. Each list is sorted, holds keys and
 * never values, and at most {@link #MAX_LISTED} lines.
 *
 * @param unknown in no row of the catalogue; with the nearest key that is
 * @param dropped known, and why they do nothing here
 * @param planned known, and do nothing yet
 * @param plugins names of Python plug-ins, which cannot be loaded here
 */
record KeyReport(
        List<String> unknown, List<String> dropped, List<String> planned, List<String> plugins) {
    static final int MAX_LISTED = 50;
    private static final int MAX_KEY = 120;
    private static final String PLUGINS = "plugins.";

    static KeyReport of(Map<String, Object> tree, KeyCatalogue catalogue) {
        TreeMap<String, Object> leaves = new TreeMap<>();
        collect("", tree, leaves);
        List<String> unknown = new ArrayList<>();
        TreeMap<String, String> dropped = new TreeMap<>();
        TreeMap<String, String> planned = new TreeMap<>();
        List<String> plugins = new ArrayList<>();
        leaves.forEach(
                (leaf, value) -> {
                    ConfigKey row = catalogue.covering(leaf).orElse(null);
                    if (row == null) {
                        unknown.add(
                                unknown.size() < MAX_LISTED
                                        ? shown(leaf) + nearest(leaf, catalogue)
                                        : leaf);
                    } else if (row.key().startsWith(PLUGINS)) {
                        if (!row.defaultValue().equals(value)) {
                            plugins.add(shown(leaf) + ": " + row.why());
                        }
                    } else if (row.state() == ConfigKey.State.DROPPED) {
                        dropped.putIfAbsent(setting(row, leaf), row.why());
                    } else if (row.state() == ConfigKey.State.PLANNED) {
                        planned.putIfAbsent(setting(row, leaf), row.why());
                    }
                });
        return new KeyReport(
                bounded(unknown),
                bounded(lines(dropped)),
                bounded(lines(planned)),
                bounded(plugins));
    }

    private static void collect(String path, Map<String, Object> map, Map<String, Object> leaves) {
        map.forEach(
                (key, value) -> {
                    String here = path.isEmpty() ? key : path + "." + key;
                    if (value instanceof Map<?, ?> below && !below.isEmpty()) {
                        collect(here, YamlTree.asTree(below), leaves);
                    } else {
                        leaves.put(here, value);
                    }
                });
    }

    /** What lies below a map is that map's one setting. */
    private static String setting(ConfigKey row, String leaf) {
        return row.type() == ConfigKey.Type.MAP && !row.isPattern() ? row.key() : shown(leaf);
    }

    private static List<String> lines(Map<String, String> reasons) {
        List<String> lines = new ArrayList<>();
        reasons.forEach((key, why) -> lines.add(key + ": " + why));
        return lines;
    }

    private static List<String> bounded(List<String> lines) {
        if (lines.size() <= MAX_LISTED) {
            return List.copyOf(lines);
        }
        List<String> first = new ArrayList<>(lines.subList(0, MAX_LISTED - 1));
        first.add("and " + (lines.size() - first.size()) + " more");
        return List.copyOf(first);
    }

    private static String shown(String key) {
        return shown(key, MAX_KEY);
    }

    /** Fit for a log line: without control characters, and cut off. */
    static String shown(String text, int max) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(max)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static String nearest(String leaf, KeyCatalogue catalogue) {
        int close = Math.max(2, leaf.length() / 4);
        if (leaf.length() > MAX_KEY) {
            return "";
        }
        return catalogue.keys().stream()
                .map(ConfigKey::key)
                .filter(key -> Math.abs(key.length() - leaf.length()) <= close)
                .map(key -> Map.entry(distance(key, leaf), key))
                .filter(entry -> entry.getKey() <= close)
                .min(
                        Map.Entry.<Integer, String>comparingByKey()
                                .thenComparing(
                                        Map.Entry.comparingByValue(Comparator.naturalOrder())))
                .map(entry -> " (did you mean " + entry.getValue() + "?)")
                .orElse("");
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
