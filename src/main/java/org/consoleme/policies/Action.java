package org.consoleme.policies;

/**
 * An action that AWS knows.
 *
 * @param service prefix, lower case, such as {@code s3}
 * @param name as AWS spells it, such as {@code PutObject}
 * @param anyResourceOnly true if it supports no resource types: it works only with {@code *}
 */
public record Action(String service, String name, AccessLevel level, boolean anyResourceOnly) {

    /** As it stands in a document: {@code s3:PutObject}. */
    @Override
    public String toString() {
        return service + ":" + name;
    }
}
