package org.consoleme.slack.message;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.element.BlockElements.externalSelect;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.radioButtons;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A modal under construction: the blocks of a {@link SlackMessage} and fields to fill in. Each
 * field stands in a block of its own name and answers under {@link #VALUE}.
 */
public final class SlackModal {
    /** The {@code action_id} of every field but the typeahead. */
    public static final String VALUE = "value";

    private static final int LETTERS_BEFORE_ASKING = 1;

    private final String callbackId;
    private final String title;
    private final List<LayoutBlock> blocks = new ArrayList<>();

    /**
     * @param title 24 characters at most
     */
    public SlackModal(String callbackId, String title) {
        this.callbackId = callbackId;
        this.title = title;
    }

    public SlackModal show(SlackMessage message) {
        blocks.addAll(message.blocks());
        return this;
    }

    public SlackModal text(Field field, boolean multiline, int most) {
        return add(
                field,
                plainTextInput(
                        i -> {
                            i.actionId(VALUE).multiline(multiline);
                            i.maxLength(Math.min(most, SlackLimits.INPUT));
                            field.initial()
                                    .map(text -> head(text, Math.min(most, SlackLimits.INPUT)))
                                    .ifPresent(i::initialValue);
                            return field.placeholder().isEmpty()
                                    ? i
                                    : i.placeholder(
                                            SlackMessage.words(
                                                    field.placeholder(), SlackLimits.PLACEHOLDER));
                        }));
    }

    /** One of a few. */
    public SlackModal choice(Field field, List<Option> options) {
        return add(
                field,
                radioButtons(
                        r -> {
                            r.actionId(VALUE).options(options.stream().map(Option::block).toList());
                            options.stream()
                                    .filter(
                                            o ->
                                                    field.initial()
                                                            .filter(o.value()::equals)
                                                            .isPresent())
                                    .findFirst()
                                    .ifPresent(o -> r.initialOption(o.block()));
                            return r;
                        }));
    }

    /**
     * One of very many: Slack asks us while somebody types.
     *
     * @param actionId under which Slack asks, and under which the field answers
     * @param initial chosen beforehand
     */
    public SlackModal typeahead(Field field, String actionId, Optional<Option> initial) {
        return add(
                field,
                externalSelect(
                        s -> {
                            s.actionId(actionId).minQueryLength(LETTERS_BEFORE_ASKING);
                            initial.ifPresent(option -> s.initialOption(option.block()));
                            return s.placeholder(
                                    SlackMessage.words(
                                            field.placeholder(), SlackLimits.PLACEHOLDER));
                        }));
    }

    private SlackModal add(Field field, BlockElement element) {
        InputBlock block =
                input(
                        i -> {
                            if (field.toldAtOnce()) {
                                i.dispatchAction(true);
                            }
                            i.blockId(field.name())
                                    .label(SlackMessage.words(field.label(), SlackLimits.LABEL))
                                    .element(element)
                                    .optional(field.optional());
                            return field.hint().isEmpty()
                                    ? i
                                    : i.hint(SlackMessage.words(field.hint(), SlackLimits.LABEL));
                        });
        blocks.add(block);
        return this;
    }

    /**
     * @param submit the label of the button that sends it
     * @param metadata comes back with it; 3,000 characters at most
     */
    public View view(String submit, String metadata) {
        return View.builder()
                .type("modal")
                .callbackId(callbackId)
                .privateMetadata(metadata)
                .title(ViewTitle.builder().type("plain_text").text(title).emoji(false).build())
                .submit(ViewSubmit.builder().type("plain_text").text(submit).emoji(false).build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").emoji(false).build())
                .blocks(List.copyOf(blocks))
                .build();
    }

    /** The first characters; never half of one. */
    private static String head(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    /**
     * What all fields have.
     *
     * @param name of the block, and of the error that may stand under it
     * @param hint small print below; may be empty
     * @param placeholder shown while nothing is there; may be empty
     * @param initial filled in beforehand
     * @param toldAtOnce whether we hear of it as soon as somebody chose, under the element's own id
     */
    public record Field(
            String name,
            String label,
            String hint,
            String placeholder,
            Optional<String> initial,
            boolean optional,
            boolean toldAtOnce) {
        public static Field of(String name, String label) {
            return new Field(name, label, "", "", Optional.empty(), false, false);
        }

        public Field hint(String text) {
            return new Field(name, label, text, placeholder, initial, optional, toldAtOnce);
        }

        public Field placeholder(String text) {
            return new Field(name, label, hint, text, initial, optional, toldAtOnce);
        }

        public Field initial(Optional<String> text) {
            return new Field(
                    name,
                    label,
                    hint,
                    placeholder,
                    text.filter(t -> !t.isEmpty()),
                    optional,
                    toldAtOnce);
        }

        public Field asOptional() {
            return new Field(name, label, hint, placeholder, initial, true, toldAtOnce);
        }

        public Field asToldAtOnce() {
            return new Field(name, label, hint, placeholder, initial, optional, true);
        }
    }

    /**
     * One choice.
     *
     * @param text cut at 75 characters
     * @param value 150 characters at most
     */
    public record Option(String text, String value) {
        /** As an answer to somebody who types. */
        public com.slack.api.app_backend.interactive_components.response.Option suggested() {
            return com.slack.api.app_backend.interactive_components.response.Option.builder()
                    .text(SlackMessage.words(text, SlackLimits.OPTION))
                    .value(value)
                    .build();
        }

        OptionObject block() {
            return OptionObject.builder()
                    .text(SlackMessage.words(text, SlackLimits.OPTION))
                    .value(value)
                    .build();
        }
    }
}
