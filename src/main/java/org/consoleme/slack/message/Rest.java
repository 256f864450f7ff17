package org.consoleme.slack.message;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message ends with when something had no room.
 *
 * @param link to a page that has all of it; empty if there is none
 */
record Rest(Optional<ButtonElement> link) {
    static final String MORE = "There is more than fits here: see the console.";

    int blockCount() {
        return link.isPresent() ? 2 : 1;
    }

    int letters() {
        return MORE.length() + link.map(button -> button.getText().getText().length()).orElse(0);
    }

    List<LayoutBlock> blocks() {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(context(c -> c.elements(List.of(SlackMessage.words(MORE, SlackLimits.NOTE)))));
        link.ifPresent(button -> blocks.add(actions(a -> a.elements(List.of(button)))));
        return blocks;
    }
}
