package org.consoleme.policies;

import java.util.Locale;

/**
 * Something that the one who writes a document, and the one who approves it, should know.
 *
 * @param where path of the element, such as {@code Statement[0].Action}, or {@code policy_document}
 * @param sentence one sentence for people; plain text that can hold pieces of the document
 */
public record Finding(Code code, String where, String sentence) {

    /** How bad it is. */
    public enum Level {
        /** AWS would refuse the document. */
        ERROR,
        WARNING,
        NOTE;

        /** As it stands in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What kind of finding it is, the gravest first; {@link #word} is the name that doors and
     * stores keep.
     */
    public enum Code {
        ADMINISTRATOR(Level.WARNING, Risk.HIGH),
        IAM_ADMINISTRATOR(Level.WARNING, Risk.HIGH),
        PRIVILEGE_ESCALATION(Level.WARNING, Risk.HIGH),
        PRIVILEGE_ESCALATION_LIMITED(Level.WARNING, Risk.MEDIUM),
        ALLOW_NOT_ACTION(Level.WARNING, Risk.MEDIUM),
        ALLOW_NOT_RESOURCE(Level.WARNING, Risk.MEDIUM),
        SERVICE_WILDCARD(Level.WARNING, Risk.MEDIUM),
        PERMISSIONS_EVERYWHERE(Level.WARNING, Risk.MEDIUM),
        WRITE_EVERYWHERE(Level.WARNING, Risk.MEDIUM),
        TOO_LONG(Level.ERROR, Risk.LOW),
        UNKNOWN_OPERATOR(Level.ERROR, Risk.LOW),
        UNKNOWN_SERVICE(Level.WARNING, Risk.LOW),
        UNKNOWN_ACTION(Level.WARNING, Risk.LOW),
        NO_SUCH_RESOURCE(Level.WARNING, Risk.LOW),
        VARIABLES_NOT_READ(Level.WARNING, Risk.LOW),
        VERSION_MISSING(Level.WARNING, Risk.LOW),
        VERSION_OLD(Level.NOTE, Risk.LOW),
        MORE(Level.NOTE, Risk.LOW);

        private final Level level;
        private final Risk risk;

        Code(Level level, Risk risk) {
            this.level = level;
            this.risk = risk;
        }

        public Level level() {
            return level;
        }

        public Risk risk() {
            return risk;
        }

        /** Lower case with underscores, such as {@code privilege_escalation}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Level level() {
        return code.level();
    }

    public Risk risk() {
        return code.risk();
    }
}
