package org.consoleme.slacktwin.workspace;

import java.time.Clock;

/**
 * The state behind the twin: one home team, one bot, people, channels, messages and modals. Safe
 * for many threads.
 */
public final class Workspace {

    /** Slack's own account, which tells people what went wrong. */
    public static final String SLACKBOT = "USLACKBOT";

    private final SlackTeam team;
    private final SlackUser bot;
    private final Changes changes = new Changes();
    private final People people = new People(changes);
    private final Channels channels = new Channels(changes);
    private final UserGroups groups = new UserGroups(changes);
    private final Messages messages;
    private final Views views;
    private final Triggers triggers;

    public Workspace(SlackTeam team, SlackUser bot, Clock clock) {
        this.team = team;
        this.bot = people.put(bot);
        people.put(SlackUser.bot(SLACKBOT, team.id(), "Slackbot"));
        this.messages = new Messages(changes, clock);
        this.views = new Views(changes, clock);
        this.triggers = new Triggers(clock);
    }

    public SlackTeam team() {
        return team;
    }

    /** The app's bot user: the author of everything that the app posts. */
    public SlackUser bot() {
        return bot;
    }

    public People people() {
        return people;
    }

    public Channels channels() {
        return channels;
    }

    public Messages messages() {
        return messages;
    }

    public UserGroups groups() {
        return groups;
    }

    /** Modals and Home tabs. */
    public Views views() {
        return views;
    }

    public Triggers triggers() {
        return triggers;
    }

    public Changes changes() {
        return changes;
    }

    /** The name to show for a user id; the id itself where nobody has it. */
    public String nameOf(String userId) {
        return people.find(userId).map(SlackUser::realName).orElse(userId);
    }
}
