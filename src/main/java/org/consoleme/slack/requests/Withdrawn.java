package org.consoleme.slack.requests;

/**
 * What became of the cards in a channel.
 *
 * @param replaced how many say nothing any more
 * @param following how many will say nothing any more as soon as Slack takes it
 * @param all whether all were found; else it is to be tried again
 */
record Withdrawn(int replaced, int following, boolean all) {
    static final Withdrawn NONE = new Withdrawn(0, 0, true);
    static final Withdrawn REPLACED = new Withdrawn(1, 0, true);
    static final Withdrawn FOLLOWING = new Withdrawn(0, 1, true);
    static final Withdrawn NOT_FOUND = new Withdrawn(0, 0, false);

    Withdrawn and(Withdrawn other) {
        return new Withdrawn(
                replaced + other.replaced, following + other.following, all && other.all);
    }

    boolean any() {
        return replaced + following > 0;
    }

    /** For the administrators. */
    String sentence() {
        return (cards() + (all ? "" : " Not all could be looked for yet: the server goes on."))
                .strip();
    }

    private String cards() {
        if (!any()) {
            return all ? "No card of what is under way stood there." : "";
        }
        if (replaced == 0) {
            return cards(following)
                    + " there will be replaced by a link as soon as Slack takes it.";
        }
        return cards(replaced)
                + (replaced == 1 ? " there was" : " there were")
                + " replaced by a link"
                + (following == 0
                        ? "."
                        : "; " + following + " more will be, as soon as Slack takes it.");
    }

    private static String cards(int count) {
        return count == 1 ? "1 card" : count + " cards";
    }
}
