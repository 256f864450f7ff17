package org.consoleme.web.console.requests;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestedChange;

/** What a request asks for, in a few words. */
final class Words {
    private static final int MOST = 3;

    private Words() {}

    /** {@code PUT_BY} as {@code put_by}: how enums stand in JSON. */
    static String of(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    static String summary(ChangeRequest request) {
        List<String> all =
                request.changes().stream().map(RequestedChange::change).map(Words::of).toList();
        return all.size() <= MOST
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, MOST)) + " and " + (all.size() - MOST) + " more";
    }

    /** ConsoleMe's types of change as words. */
    static String summary(List<String> types) {
        return types.stream()
                .limit(MOST)
                .map(type -> type.replace('_', ' '))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String of(Change change) {
        return switch (change) {
            case Change.RoleForATime role -> "the role for " + length(role.length());
            case Change.PutInlinePolicy put when put.before().isPresent() ->
                    "a change of the policy " + put.name();
            case Change.PutInlinePolicy put -> "the policy " + put.name();
            case Change.DeleteInlinePolicy delete -> "the end of the policy " + delete.name();
        };
    }

    /** Whole minutes, at least one: nobody waits for none. */
    static long minutes(Duration usual) {
        return Math.max(1, usual.plusSeconds(30).toMinutes());
    }

    static String length(Duration length) {
        long days = length.toDays();
        int hours = length.toHoursPart();
        int minutes = length.toMinutesPart();
        return (part(days, "d") + part(hours, "h") + part(minutes, "min")).strip();
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit + " ";
    }
}
