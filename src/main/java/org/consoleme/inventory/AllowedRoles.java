package org.consoleme.inventory;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which roles may be handled at all. Nothing set: all. Else a role passes if its ARN is listed, or
 * one of its tag keys is, or it carries all of the listed tags exactly.
 */
public record AllowedRoles(Set<String> arns, Set<String> tagKeys, Map<String, String> tags) {
    public AllowedRoles {
        arns = Set.copyOf(arns);
        tagKeys = Set.copyOf(tagKeys);
        tags = Map.copyOf(tags);
    }

    AllowedRoles(List<String> arns, List<String> tagKeys, Map<String, String> tags) {
        this(Set.copyOf(arns), Set.copyOf(tagKeys), tags);
    }

    /** Users, groups and policies always pass. */
    public boolean allows(IamObject object) {
        if (object.kind() != IamObject.Kind.ROLE
                || (arns.isEmpty() && tagKeys.isEmpty() && tags.isEmpty())) {
            return true;
        }
        return arns.contains(object.arn())
                || tagKeys.stream().anyMatch(object.tags()::containsKey)
                || (!tags.isEmpty() && object.tags().entrySet().containsAll(tags.entrySet()));
    }
}
