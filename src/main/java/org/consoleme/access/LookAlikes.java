package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * Roles that one could take for another: of the same account, with a name that looks the same at a
 * glance. IAM takes ASCII names only, so what is left are I, l and 1, zeros, {@code rn} for {@code
 * m}, letter case and the three separators.
 */
@Single
public class LookAlikes {
    private static final Pattern STROKES = Pattern.compile("[Iil1]");
    private static final Pattern SEPARATORS = Pattern.compile("[_.-]");

    private final CurrentIndex index;

    @Inject
    public LookAlikes(CurrentIndex index) {
        this.index = index;
    }

    /** Names, sorted; without the role's own. */
    public List<String> of(RoleArn role) {
        String shape = shape(role.name());
        return index.get().account(role.account()).stream()
                .flatMap(account -> account.roles().stream())
                .map(IndexedRole::arn)
                .map(RoleArn::name)
                .filter(name -> !name.equals(role.name()) && shape(name).equals(shape))
                .distinct()
                .sorted()
                .toList();
    }

    /** The same for two names that look the same. */
    static String shape(String name) {
        String strokes =
                STROKES.matcher(name)
                        .replaceAll("l")
                        .toLowerCase(Locale.ROOT)
                        .replace('0', 'o')
                        .replace("rn", "m")
                        .replace("vv", "w");
        return SEPARATORS.matcher(strokes).replaceAll("-");
    }
}
