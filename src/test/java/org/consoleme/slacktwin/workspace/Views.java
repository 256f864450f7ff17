package org.consoleme.slacktwin.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What stands before people: each has one stack of modals, and one Home tab.
 *
 * @see <a href="https://docs.slack.dev/surfaces/modals">modals</a>
 */
public final class Views {

    /** Modals that a stack holds. */
    public static final int MAX_STACK = 3;

    private final Changes changes;
    private final Clock clock;
    private final Map<String, List<SlackView>> stacks = new HashMap<>();
    private final Map<String, SlackView> homes = new HashMap<>();

    Views(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Opens a modal; one that stood there before is gone. */
    public SlackView open(String user, JsonNode definition, String via) {
        return changes.write(
                () -> {
                    SlackView view = fresh(user, definition, Optional.empty(), via);
                    stacks.put(user, new ArrayList<>(List.of(view)));
                    return view;
                });
    }

    /** Lays a modal on the stack; empty if there is no stack, or it is full. */
    public Optional<SlackView> push(String user, JsonNode definition, String via) {
        return changes.write(
                () -> {
                    List<SlackView> stack = stacks.getOrDefault(user, List.of());
                    if (stack.isEmpty() || stack.size() >= MAX_STACK) {
                        return Optional.<SlackView>empty();
                    }
                    SlackView view = fresh(user, definition, Optional.of(stack.getLast()), via);
                    stack.add(view);
                    return Optional.of(view);
                });
    }

    /** Gives a modal other content; empty if it is not open any more. */
    public Optional<SlackView> update(String id, JsonNode definition, String via) {
        return changes.write(() -> replace(id, v -> v.with(named(definition), hash(), via)));
    }

    /** Shows errors in a modal, in place of those before. */
    public void say(String id, Map<String, String> errors) {
        changes.write(() -> replace(id, v -> v.with(errors)));
    }

    /** Takes a modal from its stack, and everything above it. */
    public void close(String id) {
        changes.write(
                () -> {
                    for (List<SlackView> stack : stacks.values()) {
                        int at = index(stack, id);
                        if (at >= 0) {
                            stack.subList(at, stack.size()).clear();
                        }
                    }
                    return id;
                });
    }

    /** Takes all of a person's modals away. */
    public void clear(String user) {
        changes.write(() -> stacks.remove(user));
    }

    /** The modal that a person sees. */
    public Optional<SlackView> top(String user) {
        return stack(user).reversed().stream().findFirst();
    }

    /** A person's modals, the lowest first. */
    public List<SlackView> stack(String user) {
        return changes.read(() -> List.copyOf(stacks.getOrDefault(user, List.of())));
    }

    /** An open modal, or a Home tab. */
    public Optional<SlackView> find(String id) {
        return all().stream().filter(v -> v.id().equals(id)).findFirst();
    }

    /** An open modal by the app's own id. */
    public Optional<SlackView> findExternal(String externalId) {
        return all().stream().filter(v -> v.externalId().equals(externalId)).findFirst();
    }

    private List<SlackView> all() {
        return changes.read(
                () ->
                        Stream.concat(
                                        stacks.values().stream().flatMap(List::stream),
                                        homes.values().stream())
                                .toList());
    }

    public Optional<SlackView> home(String user) {
        return changes.read(() -> Optional.ofNullable(homes.get(user)));
    }

    public List<SlackView> homes() {
        return changes.read(() -> List.copyOf(homes.values()));
    }

    /** Gives a person's Home tab other content; its id stays. */
    public SlackView publish(String user, JsonNode definition, String via) {
        return changes.write(
                () -> {
                    SlackView view =
                            home(user)
                                    .map(v -> v.with(named(definition), hash(), via))
                                    .orElseGet(
                                            () -> fresh(user, definition, Optional.empty(), via));
                    homes.put(user, view);
                    return view;
                });
    }

    /** Puts back a Home tab of an earlier run. */
    void restore(SlackView home) {
        changes.write(() -> homes.put(home.user(), home));
    }

    private SlackView fresh(
            String user, JsonNode definition, Optional<SlackView> below, String via) {
        String id = "V" + unique(10);
        return new SlackView(
                id,
                user,
                named(definition),
                hash(),
                below.map(SlackView::rootId).orElse(id),
                below.map(SlackView::id),
                Map.of(),
                via);
    }

    private Optional<SlackView> replace(String id, UnaryOperator<SlackView> change) {
        for (List<SlackView> stack : stacks.values()) {
            int at = index(stack, id);
            if (at >= 0) {
                stack.set(at, change.apply(stack.get(at)));
                return Optional.of(stack.get(at));
            }
        }
        return Optional.empty();
    }

    private static int index(List<SlackView> stack, String id) {
        for (int i = 0; i < stack.size(); i++) {
            if (stack.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Slack makes up an id for each block that has none, and so for each lone element. */
    private static JsonNode named(JsonNode definition) {
        JsonNode copy = definition.deepCopy();
        for (JsonNode block : copy.path("blocks")) {
            if (block instanceof ObjectNode object && !object.hasNonNull("block_id")) {
                object.put("block_id", unique(5));
            }
            name(block.path("element"));
            name(block.path("accessory"));
            block.path("elements").forEach(Views::name);
        }
        return copy;
    }

    private static void name(JsonNode element) {
        boolean text = element.path("type").asText().matches("plain_text|mrkdwn|image|rich_text.*");
        if (element instanceof ObjectNode object && !text && !object.hasNonNull("action_id")) {
            object.put("action_id", unique(5));
        }
    }

    private String hash() {
        return clock.instant().getEpochSecond() + "." + unique(8).toLowerCase(Locale.ROOT);
    }

    private static String unique(int length) {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, length)
                .toUpperCase(Locale.ROOT);
    }
}
