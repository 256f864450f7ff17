package org.consoleme.slacktwin.page;

import java.util.List;

/**
 * A word that the page completes after the command's name.
 *
 * @param usage what may follow, for people
 */
public record SubCommand(String word, String usage, String hint) {

    /** The words of ConsoleMe's command. */
    public static List<SubCommand> known() {
        return List.of(
                new SubCommand("creds", "<role or search>", "Credentials for one of your roles"),
                new SubCommand("find", "<words>", "Search your roles"),
                new SubCommand("whoami", "", "Who the app thinks you are"),
                new SubCommand("link", "", "Link your Slack account"),
                new SubCommand("unlink", "", "Forget the link"),
                new SubCommand("help", "", "What else there is"));
    }
}
