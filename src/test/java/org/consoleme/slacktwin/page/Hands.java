package org.consoleme.slacktwin.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.slacktwin.modal.Option;

/**
 * What somebody at the page can do. Each throws {@link IllegalArgumentException} if there is no
 * such person, or they do not see what they would touch.
 */
public interface Hands {

    /** Somebody typed a line, perhaps in a thread. */
    void type(String user, String channel, Optional<String> thread, String line);

    /** Somebody clicked a button in a message. */
    void click(String user, String channel, String ts, String action, String value);

    /** Somebody took a shortcut, perhaps from the menu of a message. */
    void shortcut(String user, String channel, String callbackId, Optional<String> ts);

    /** Somebody looks at the app's Home tab. */
    void home(String user);

    /**
     * Somebody submits a modal.
     *
     * @param values by {@code block_id/action_id}
     */
    void submit(String user, String view, Map<String, Object> values);

    void close(String user, String view, Map<String, Object> values);

    /** Somebody presses a button in a modal or a Home tab. */
    void press(String user, String view, String action, String value, Map<String, Object> values);

    /** Somebody chose in a field that tells the app at once. */
    void choose(String user, String view, String field, Map<String, Object> values);

    /** Somebody types into a typeahead. */
    List<Option> suggest(
            String user, String view, String field, String query, Map<String, Object> values);

    /** Makes Slack well, or ill in one of the ways of {@link Trouble}. */
    void trouble(Trouble kind);
}
