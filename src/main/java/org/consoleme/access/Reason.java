package org.consoleme.access;

import org.consoleme.shared.GroupName;

/** Why somebody may use a role. */
public sealed interface Reason {

    /** In words for a person: "because you are in finops". */
    String words();

    /** The role names the user. */
    record Named() implements Reason {
        @Override
        public String words() {
            return "because the role names you";
        }
    }

    record InGroup(GroupName group) implements Reason {
        @Override
        public String words() {
            return "because you are in " + group.value();
        }
    }

    /** An extension of the operator's decided it. */
    record Extension(String name) implements Reason {
        @Override
        public String words() {
            return "because " + name + " says so";
        }
    }
}
