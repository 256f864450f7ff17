package org.consoleme.policies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The lines of {@code iam-actions.txt}, whose README says what stands in them. */
final class ActionData {
    private static final String RESOURCE = "iam-actions.txt";

    private final byte[] text;
    private final String origin;
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** Of each action: where its letter stands. One more at the end. */
    private final int[] starts;

    /** Of each service: its first action. One more at the end. */
    private final int[] firsts;

    ActionData(byte[] text) {
        this.text = text;
        List<Integer> actions = new ArrayList<>();
        List<Integer> services = new ArrayList<>();
        int start = lineEnd(0) + 1;
        this.origin = line(0).substring(2);
        while (start < text.length) {
            String line = line(start);
            int tab = line.indexOf('\t');
            if (tab > 0) {
                prefixes.add(line.substring(0, tab));
                names.add(line.substring(tab + 1));
                services.add(actions.size());
            } else {
                actions.add(start);
            }
            start += line.length() + 1;
        }
        services.add(actions.size());
        this.starts = actions.stream().mapToInt(Integer::intValue).toArray();
        this.firsts = services.stream().mapToInt(Integer::intValue).toArray();
    }

    static ActionData shipped() {
        try (InputStream in = ActionData.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not beside " + ActionData.class);
            }
            return new ActionData(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return origin;
    }

    int actions() {
        return starts.length;
    }

    List<String> prefixes() {
        return Collections.unmodifiableList(prefixes);
    }

    /** Its place, or -1. */
    int service(String prefix) {
        return Math.max(-1, Collections.binarySearch(prefixes, prefix.toLowerCase(Locale.ROOT)));
    }

    String prefix(int service) {
        return prefixes.get(service);
    }

    String name(int service) {
        return names.get(service);
    }

    int first(int service) {
        return firsts[service];
    }

    int serviceOf(int action) {
        int found = Arrays.binarySearch(firsts, action);
        if (found < 0) {
            return -found - 2;
        }
        // A service without actions begins where the next one does.
        while (firsts[found + 1] == action) {
            found++;
        }
        return found;
    }

    AccessLevel level(int action) {
        return AccessLevel.of(text[starts[action]]);
    }

    boolean anyResourceOnly(int action) {
        return Character.isLowerCase(text[starts[action]]);
    }

    String actionName(int action) {
        int start = starts[action] + 1;
        return new String(text, start, lineEnd(start) - start, StandardCharsets.US_ASCII);
    }

    boolean matches(int action, Wildcard name) {
        int start = starts[action] + 1;
        return name.matches(text, start, lineEnd(start));
    }

    /** The action's place, or -1. */
    int find(int service, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int at = atOrAfter(service, wanted);
        return at < firsts[service + 1] && compare(at, wanted) == 0 ? at : -1;
    }

    /** The first action of the service that is not before a name in lower case. */
    int atOrAfter(int service, String wanted) {
        int low = firsts[service];
        int high = firsts[service + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean startsWith(int action, String wanted) {
        String name = actionName(action);
        return name.regionMatches(true, 0, wanted, 0, wanted.length());
    }

    private int compare(int action, String wanted) {
        int start = starts[action] + 1;
        int end = lineEnd(start);
        for (int i = 0; i < wanted.length() && start + i < end; i++) {
            int difference = Wildcard.lower(text[start + i]) - wanted.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return (end - start) - wanted.length();
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    private String line(int start) {
        return new String(text, start, lineEnd(start) - start, StandardCharsets.US_ASCII);
    }
}
