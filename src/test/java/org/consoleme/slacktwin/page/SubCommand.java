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
                new SubCommand("request", "role <name> for <time> because <why>", "Ask for access"),
                new SubCommand("mine", "", "Your requests and grants"),
                new SubCommand("inbox", "", "What waits for your decision"),
                new SubCommand("return", "<id>", "Give a grant back early"),
                new SubCommand("extend", "<id> <time>", "Ask for more time"),
                new SubCommand("find", "<words>", "Search your roles"),
                new SubCommand("whoami", "", "Who the app thinks you are"),
                new SubCommand("link", "", "Link your Slack account"),
                new SubCommand("unlink", "", "Forget the link"),
                new SubCommand("help", "", "What else there is"));
    }
}
