package org.consoleme.web.weep;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.Locale;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/** What a terminal's user sees in the browser when no sign-in could be begun. Fixed texts alone. */
@Single
@Path(ChallengeRefusedPage.PATH + "{why}")
public class ChallengeRefusedPage {
    static final String PATH = "/noauth/v1/challenge_refused/";

    @GET
    @Produces("text/html; charset=UTF-8")
    public String get(@PathParam("why") String word) {
        Why why =
                Arrays.stream(Why.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst()
                        .orElse(Why.UNAVAILABLE);
        return """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>ConsoleMe</title>
        <style>body{font:16px/1.5 sans-serif;max-width:40em;margin:4em auto;padding:0 1em}</style></head>
        <body><h1>No sign-in was begun</h1><p>"""
                + why.sentence
                + "</p><p>Stop the command in the terminal with Ctrl-C.</p></body></html>";
    }

    /** The reasons there are. */
    enum Why {
        TOO_MANY("There were too many tries just now. Run the command again in a minute."),
        NAME(
                "The user name in weep's configuration does not look like a sign-in name here. Set"
                        + " challenge_settings.user to the name you sign in with."),
        OFF("Sign-in from a terminal is switched off on this server."),
        UNAVAILABLE("The server cannot begin a sign-in just now. Run the command again later.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Why of(Problem problem) {
            return switch (problem) {
                case Problem.TooMany _ -> TOO_MANY;
                case Problem.Invalid _ -> NAME;
                case Problem.Forbidden _ -> OFF;
                default -> UNAVAILABLE;
            };
        }
    }
}
