package org.consoleme.access;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.consoleme.shared.RoleArn;

/**
 * How somebody names their roles on weep's command line, for every door: the name where it means
 * one role alone, else the ARN, and always as one word of a POSIX shell.
 */
public final class WeepWords {
    private final Map<String, Long> named;

    private WeepWords(Map<String, Long> named) {
        this.named = named;
    }

    /**
     * @param all the person's roles, as weep would find them
     */
    public static WeepWords among(Collection<EligibleRole> all) {
        return new WeepWords(
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> lower(each.role()), Collectors.counting())));
    }

    /** A name that begins with a hyphen would be taken for an option; its ARN is not. */
    public String of(RoleArn role) {
        boolean clear = named.getOrDefault(lower(role), 0L) == 1 && !role.name().startsWith("-");
        return ShellWord.of(clear ? role.name() : role.toString());
    }

    private static String lower(RoleArn role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
