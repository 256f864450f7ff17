package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.access.ListGrants;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Single;

/** The live grants of somebody, and those that their words mean. */
@Single
public class OwnGrants {
    private final ListGrants list;
    private final Grants grants;

    @Inject
    public OwnGrants(ListGrants list, Grants grants) {
        this.list = list;
        this.grants = grants;
    }

    /** The ones that end first first. */
    List<Grant> live(Caller caller) {
        return live(list.handle(caller));
    }

    private static List<Grant> live(ListGrants.Mine mine) {
        return mine.live().stream().map(ListGrants.Live::grant).toList();
    }

    /**
     * @param words the id of a grant or of its request, live or not; or the name or the ARN of a
     *     role, which means all live ones of it
     * @return the ones that end first first; of several roles where they have the same name; empty
     *     if nothing of theirs is meant
     */
    List<Grant> meant(Caller caller, String words) {
        String meant = words.strip();
        ListGrants.Mine mine = list.handle(caller);
        List<Grant> byId =
                Stream.concat(live(mine).stream(), mine.past().stream())
                        .filter(grant -> isIdOf(grant, meant))
                        .sorted(Comparator.comparing(Grant::end))
                        .toList();
        return byId.isEmpty()
                ? live(mine).stream().filter(grant -> names(grant, meant)).toList()
                : byId;
    }

    /** Whether they had the role that is named, or have it. */
    boolean had(Caller caller, String words) {
        String meant = words.strip();
        ListGrants.Mine mine = list.handle(caller);
        return Stream.concat(live(mine).stream(), mine.past().stream())
                .anyMatch(grant -> names(grant, meant));
    }

    /** Whether it is the id of anybody's grant, or of the request of one. */
    boolean exists(String words) {
        String meant = words.strip();
        return Stream.of(meant, meant + "-0")
                .filter(GrantId::isGrantId)
                .anyMatch(id -> grants.find(new GrantId(id)).isPresent());
    }

    private static boolean isIdOf(Grant grant, String words) {
        return grant.id().value().equals(words) || grant.request().value().equals(words);
    }

    private static boolean names(Grant grant, String words) {
        return grant.role().toString().equals(words) || grant.role().name().equalsIgnoreCase(words);
    }
}
