package org.consoleme.shared;

/**
 * A group as the identity source names it; compared exactly (see {@code
 * auth.force_groups_lowercase}).
 */
public record GroupName(String value) {
    public GroupName {
        if (value == null || value.isEmpty()) {
            throw new Problem.Invalid("group", "a group has a name").asException();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
