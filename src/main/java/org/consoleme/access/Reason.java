package org.consoleme.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.consoleme.shared.GrantId;
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

    /**
     * Somebody approved it for a time.
     *
     * @param until as the grant has it
     */
    record ByGrant(GrantId grant, Instant until) implements Reason {
        private static final DateTimeFormatter UTC =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                        .withZone(ZoneOffset.UTC);

        /** In UTC; a door that knows the reader's zone formats {@link #until} itself. */
        @Override
        public String words() {
            return "by a grant until " + UTC.format(until);
        }
    }
}
