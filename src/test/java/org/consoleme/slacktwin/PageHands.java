package org.consoleme.slacktwin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.consoleme.slacktwin.fault.Faults;
import org.consoleme.slacktwin.modal.Option;
import org.consoleme.slacktwin.page.Hands;
import org.consoleme.slacktwin.page.Trouble;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.slacktwin.workspace.Workspace;

/** The people at the page: each deed is done by the {@link Actor} that a test would use. */
final class PageHands implements Hands {

    /** Typeaheads whose offers are remembered. */
    private static final int REMEMBERED = 50;

    private final Workspace workspace;
    private final Function<String, Actor> people;
    private final String command;
    private final Faults faults;
    private final Map<String, List<Option>> offers =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, List<Option>> eldest) {
                    return size() > REMEMBERED;
                }
            };
    private volatile Trouble trouble = Trouble.NONE;

    PageHands(Workspace workspace, Function<String, Actor> people, String command, Faults faults) {
        this.workspace = workspace;
        this.people = people;
        this.command = command;
        this.faults = faults;
    }

    Trouble trouble() {
        return trouble;
    }

    @Override
    public void type(String user, String channel, Optional<String> thread, String line) {
        Actor actor = people.apply(user).in(channel);
        String first = line.split(" ", 2)[0];
        if (first.equals(command)) {
            actor.type(line);
        } else if (first.startsWith("/")) {
            actor.hear(
                    first
                            + " is not a valid command. Messages that start with \"/\" are read as commands.");
        } else if (thread.isPresent()) {
            actor.reply(message(channel, thread.get()), line);
        } else {
            actor.say(line);
        }
    }

    @Override
    public void click(String user, String channel, String ts, String action, String value) {
        people.apply(user)
                .in(channel)
                .composeClick(
                        message(channel, ts),
                        b -> b.actionId().equals(action) && b.value().equals(value))
                .send();
    }

    @Override
    public void shortcut(String user, String channel, String callbackId, Optional<String> ts) {
        Actor actor = people.apply(user).in(channel);
        if (ts.isPresent()) {
            actor.shortcut(callbackId, message(channel, ts.get()));
        } else {
            actor.shortcut(callbackId);
        }
    }

    @Override
    public void home(String user) {
        people.apply(user).lookAtHome();
    }

    @Override
    public void submit(String user, String view, Map<String, Object> values) {
        form(user, view, values).submit();
    }

    @Override
    public void close(String user, String view, Map<String, Object> values) {
        form(user, view, values).close();
    }

    @Override
    public void press(
            String user, String view, String action, String value, Map<String, Object> values) {
        form(user, view, values)
                .composePress(b -> b.actionId().equals(action) && b.value().equals(value))
                .send();
    }

    @Override
    public void choose(String user, String view, String field, Map<String, Object> values) {
        form(user, view, values).choose(field, values.getOrDefault(field, ""));
    }

    @Override
    public List<Option> suggest(
            String user, String view, String field, String query, Map<String, Object> values) {
        List<Option> found = form(user, view, values).suggest(field, query);
        synchronized (offers) {
            offers.merge(view + " " + field, found, PageHands::joined);
        }
        return found;
    }

    private static List<Option> joined(List<Option> before, List<Option> more) {
        Map<String, Option> byValue = new LinkedHashMap<>();
        before.forEach(o -> byValue.put(o.value(), o));
        more.forEach(o -> byValue.put(o.value(), o));
        return List.copyOf(byValue.values());
    }

    @Override
    public void trouble(Trouble kind) {
        faults.clear();
        kind.fault().ifPresent(f -> faults.always(Faults.EVERY, f));
        trouble = kind;
    }

    private Form form(String user, String viewId, Map<String, Object> values) {
        SlackView view =
                workspace
                        .views()
                        .find(viewId)
                        .filter(v -> v.user().equals(user))
                        .orElseThrow(() -> new IllegalArgumentException("no such modal"));
        Form form = people.apply(user).form(view).putAll(values);
        synchronized (offers) {
            offers.forEach(
                    (key, options) -> {
                        if (key.startsWith(viewId + " ")) {
                            form.offered(key.substring(viewId.length() + 1), options);
                        }
                    });
        }
        return form;
    }

    private Message message(String channel, String ts) {
        return workspace
                .messages()
                .find(channel, ts)
                .orElseThrow(() -> new IllegalArgumentException("no such message"));
    }
}
