package org.consoleme.slack.requests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.ProblemException;
import org.consoleme.slack.SlackForm;
import org.consoleme.slack.command.CommandLine;
import org.consoleme.slack.message.SlackModal;

/** For how long, in the form of a role: one of a few lengths, or another one. */
final class LengthFields {
    static final String LENGTH = "length";
    static final String OTHER_LENGTH = "other_length";

    private static final String OTHER = "other";
    private static final int LONGEST_TEXT = 10;
    private static final List<Duration> USUAL =
            List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(8));

    private LengthFields() {}

    /**
     * @param asked filled in, unless it is too long
     * @param longest none above it is offered
     */
    static void draw(SlackModal modal, Optional<Duration> asked, Optional<Duration> longest) {
        List<Duration> offered = offered(longest);
        Optional<Duration> length = asked.filter(l -> longest.isEmpty() || fits(l, longest.get()));
        List<SlackModal.Option> options = new ArrayList<>();
        offered.forEach(l -> options.add(new SlackModal.Option(Lengths.words(l), value(l))));
        options.add(new SlackModal.Option(OTHER, OTHER));
        modal.choice(
                SlackModal.Field.of(LENGTH, "For how long")
                        .initial(length.map(l -> offered.contains(l) ? value(l) : OTHER)),
                options);
        modal.text(
                SlackModal.Field.of(OTHER_LENGTH, "Another length")
                        .hint("2h, 90m or 1h30m; counts where “other” is chosen")
                        .initial(
                                length.filter(l -> !offered.contains(l))
                                        .map(l -> l.toMinutes() + "m"))
                        .asOptional(),
                false,
                LONGEST_TEXT);
    }

    private static List<Duration> offered(Optional<Duration> longest) {
        List<Duration> fitting =
                USUAL.stream().filter(l -> longest.isEmpty() || fits(l, longest.get())).toList();
        return fitting.isEmpty() ? longest.stream().toList() : fitting;
    }

    private static boolean fits(Duration length, Duration longest) {
        return length.compareTo(longest) <= 0;
    }

    private static String value(Duration length) {
        return length.toMinutesPart() == 0 ? length.toHours() + "h" : length.toMinutes() + "m";
    }

    /** What is wrong with them, by the field's name. */
    static Map<String, String> mistakes(SlackForm form) {
        try {
            length(form);
            return Map.of();
        } catch (ProblemException e) {
            String field =
                    form.text(LENGTH).filter(OTHER::equals).isPresent() ? OTHER_LENGTH : LENGTH;
            return Map.of(field, "A length like 2h, 90m or 1h30m.");
        }
    }

    /** Empty while none is chosen, or none that can be read. */
    static Optional<Duration> tryLength(SlackForm form) {
        return mistakes(form).isEmpty() ? Optional.of(length(form)) : Optional.empty();
    }

    /**
     * @throws ProblemException {@code Invalid}
     */
    static Duration length(SlackForm form) {
        String chosen = form.text(LENGTH).orElse("");
        return CommandLine.duration(
                chosen.equals(OTHER) ? form.text(OTHER_LENGTH).orElse("") : chosen);
    }
}
