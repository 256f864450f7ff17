package org.consoleme.slacktwin.blocks;

import java.util.Set;

/**
 * The rules of block elements: buttons, menus, pickers.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/block-elements">block elements</a>
 */
final class ElementCheck {

    static final Set<String> IN_ACTIONS =
            Set.of(
                    "button",
                    "static_select",
                    "external_select",
                    "users_select",
                    "conversations_select",
                    "channels_select",
                    "overflow",
                    "datepicker",
                    "timepicker",
                    "datetimepicker",
                    "radio_buttons",
                    "checkboxes");
    static final Set<String> IN_SECTION =
            Set.of(
                    "button",
                    "image",
                    "static_select",
                    "external_select",
                    "users_select",
                    "conversations_select",
                    "channels_select",
                    "multi_static_select",
                    "multi_external_select",
                    "overflow",
                    "datepicker",
                    "timepicker",
                    "radio_buttons",
                    "checkboxes");
    static final Set<String> IN_INPUT =
            Set.of(
                    "plain_text_input",
                    "number_input",
                    "email_text_input",
                    "url_text_input",
                    "static_select",
                    "external_select",
                    "multi_static_select",
                    "multi_external_select",
                    "users_select",
                    "conversations_select",
                    "channels_select",
                    "datepicker",
                    "timepicker",
                    "datetimepicker",
                    "radio_buttons",
                    "checkboxes");

    private static final Set<String> STYLES = Set.of("primary", "danger");
    private static final int CHOICES_IN_SIGHT = 10;
    private static final int OVERFLOW_OPTIONS = 5;

    private ElementCheck() {}

    static void check(Spot element, Set<String> allowed) {
        if (!allowed.contains(element.type())) {
            element.at("type").say("unsupported type: " + element.type());
            return;
        }
        element.string("action_id", BlockKitLimits.ACTION_ID);
        if (element.at("placeholder").present()) {
            TextCheck.plain(element, "placeholder", BlockKitLimits.PLACEHOLDER);
        }
        if (element.at("confirm").present()) {
            confirm(element.at("confirm"));
        }
        switch (element.type()) {
            case "button" -> button(element);
            case "image" -> image(element);
            case "static_select", "multi_static_select" -> menu(element);
            case "overflow" -> options(element, OVERFLOW_OPTIONS);
            case "radio_buttons", "checkboxes" -> options(element, CHOICES_IN_SIGHT);
            case "external_select" -> {
                element.number("min_query_length", 0, Integer.MAX_VALUE);
                if (element.at("initial_option").present()) {
                    option(element.at("initial_option"));
                }
            }
            case "plain_text_input" -> {
                element.string("initial_value", BlockKitLimits.INPUT_TEXT);
                element.number("min_length", 0, BlockKitLimits.INPUT_TEXT);
                element.number("max_length", 1, BlockKitLimits.INPUT_TEXT);
            }
            case "number_input" -> element.require("is_decimal_allowed");
            default -> {}
        }
    }

    static void image(Spot image) {
        image.require("alt_text");
        image.string("alt_text", BlockKitLimits.ALT_TEXT);
        if (!image.at("image_url").present() && !image.at("slack_file").present()) {
            image.say("missing required field: image_url");
        }
        image.string("image_url", BlockKitLimits.URL);
    }

    private static void button(Spot button) {
        button.only(
                Set.of(
                        "type",
                        "text",
                        "action_id",
                        "url",
                        "value",
                        "style",
                        "confirm",
                        "accessibility_label"));
        TextCheck.plain(button, "text", BlockKitLimits.BUTTON_TEXT);
        button.string("url", BlockKitLimits.URL);
        button.string("value", BlockKitLimits.BUTTON_VALUE);
        button.string("accessibility_label", BlockKitLimits.BUTTON_TEXT);
        button.oneOf("style", STYLES);
    }

    private static void menu(Spot menu) {
        if (menu.at("option_groups").present()) {
            menu.at("option_groups").size(1, BlockKitLimits.OPTION_GROUPS);
            for (Spot group : menu.at("option_groups").each()) {
                TextCheck.plain(group, "label", BlockKitLimits.OPTION_TEXT);
                options(group, BlockKitLimits.OPTIONS);
            }
        } else {
            options(menu, BlockKitLimits.OPTIONS);
        }
    }

    private static void options(Spot parent, int max) {
        parent.require("options");
        if (parent.at("options").present()) {
            parent.at("options").size(1, max);
            parent.at("options").each().forEach(ElementCheck::option);
        }
    }

    static void option(Spot option) {
        option.require("text");
        TextCheck.optional(option, "text", BlockKitLimits.OPTION_TEXT);
        option.require("value");
        option.string("value", BlockKitLimits.OPTION_VALUE);
        TextCheck.optional(option, "description", BlockKitLimits.OPTION_TEXT);
        option.string("url", BlockKitLimits.URL);
    }

    /** The options of a menu, and the groups of options. */
    static void menu(Spot menu, String group) {
        menu.at(group).size(0, BlockKitLimits.OPTIONS);
        for (Spot each : menu.at(group).each()) {
            if (group.equals("options")) {
                option(each);
            } else {
                TextCheck.plain(each, "label", BlockKitLimits.OPTION_TEXT);
                menu(each, "options");
            }
        }
    }

    private static void confirm(Spot confirm) {
        TextCheck.plain(confirm, "title", BlockKitLimits.CONFIRM_TITLE);
        confirm.require("text");
        TextCheck.optional(confirm, "text", BlockKitLimits.CONFIRM_TEXT);
        TextCheck.plain(confirm, "confirm", BlockKitLimits.CONFIRM_BUTTON);
        TextCheck.plain(confirm, "deny", BlockKitLimits.CONFIRM_BUTTON);
        confirm.oneOf("style", STYLES);
    }
}
