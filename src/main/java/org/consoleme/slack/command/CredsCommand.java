package org.consoleme.slack.command;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.code;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.Reason;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.Surface;
import org.consoleme.access.WeepWords;
import org.consoleme.credentials.OfferRole;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackMessage;

/** {@code creds}: the role, the weep line and a link to our page. Never a key. */
@Single
public class CredsCommand implements SlackCommand {
    /** The button of a row. */
    public static final String USE = "creds.use";

    private static final int MOST_ROWS = 10;

    private final LinkedCallers callers;
    private final OfferRole offer;
    private final ListEligibleRoles list;
    private final RoleWords words;
    private final SlackSettings settings;

    @Inject
    public CredsCommand(
            LinkedCallers callers,
            OfferRole offer,
            ListEligibleRoles list,
            RoleWords words,
            SlackSettings settings) {
        this.callers = callers;
        this.offer = offer;
        this.list = list;
        this.words = words;
        this.settings = settings;
    }

    @Override
    public String verb() {
        return "creds";
    }

    @Override
    public Usage usage() {
        return new Usage(
                "creds <role or part of it> [in <account>] [for 2h] [because …]",
                "leads you to keys and console of a role of yours");
    }

    @Override
    public SlackMessage handle(SlackCall call, CommandLine line) {
        return callers.with(
                call,
                caller -> {
                    if (line.words().isBlank()) {
                        return choose(caller);
                    }
                    return find(caller, line);
                });
    }

    /**
     * A click on "Use": means its role, if that is still the clicker's.
     *
     * @throws org.consoleme.shared.ProblemException which is drawn for the clicker; the same for a
     *     role that is not theirs, that is none, and for a value that we never wrote
     */
    public SlackMessage use(SlackCall call) {
        return callers.with(
                call,
                caller -> {
                    PickedRole picked =
                            PickedRole.read(call.text())
                                    .orElseThrow(
                                            () -> new Problem.NotFound("role", "").asException());
                    return one(
                            caller,
                            offer.handle(
                                    caller,
                                    new OfferRole.Wish(
                                            RoleQuery.of(picked.role().toString(), Surface.CLI),
                                            picked.because())),
                            picked.length());
                });
    }

    private SlackMessage find(Caller caller, CommandLine line) {
        RoleQuery query = new RoleQuery(line.words(), line.account(), Surface.CLI);
        try {
            return one(
                    caller,
                    offer.handle(caller, new OfferRole.Wish(query, line.reason())),
                    line.length());
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case Problem.Ambiguous several -> several(caller, line, several.candidates());
                case Problem.NotFound missing when missing.kind().equals("role") ->
                        none(caller, line.words());
                default -> throw e;
            };
        }
    }

    private SlackMessage one(Caller caller, OfferRole.Offer found, Optional<Duration> length) {
        EligibleRole role = found.role();
        String page =
                settings.page("/go/" + found.handOff())
                        + length.map(l -> "?for=" + l.toSeconds()).orElse("");
        SlackMessage message =
                new SlackMessage()
                        .line(
                                bold(role.role().name()),
                                plain(" in "),
                                bold(words.account(role.role())),
                                plain("  (" + role.role().account() + ")"))
                        .line(plain(reasons(role)))
                        .line(
                                plain("In a terminal:  "),
                                code("weep file " + weepWord(caller, role)));
        return message.buttons(
                        SlackMessage.link(
                                "creds.open",
                                role.cliOnly() ? "Show keys" : "Open AWS console or keys",
                                page,
                                true))
                .note(
                        "The button is for you alone, for ten minutes. Keys never pass through Slack.");
    }

    private String weepWord(Caller caller, EligibleRole role) {
        return WeepWords.among(list.handle(caller, Surface.CLI).roles()).of(role.role());
    }

    private SlackMessage several(Caller caller, CommandLine line, List<String> arns) {
        Set<String> cliOnly =
                list.handle(caller, Surface.CLI).roles().stream()
                        .filter(EligibleRole::cliOnly)
                        .map(role -> role.role().toString())
                        .collect(Collectors.toSet());
        SlackMessage message =
                new SlackMessage()
                        .line(
                                plain(
                                        arns.size()
                                                + " of your roles match \""
                                                + line.words()
                                                + "\":"));
        arns.stream()
                .limit(MOST_ROWS)
                .forEach(
                        arn ->
                                words.row(
                                        message,
                                        new PickedRole(
                                                RoleArn.parse(arn), line.length(), line.reason()),
                                        cliOnly.contains(arn)));
        if (arns.size() > MOST_ROWS) {
            message.note(
                    "And " + (arns.size() - MOST_ROWS) + " more: add a word, or \"in <account>\".");
        }
        return message;
    }

    private SlackMessage none(Caller caller, String asked) {
        SlackMessage message =
                new SlackMessage().line(plain("Nothing of yours matches \"" + asked + "\"."));
        List<EligibleRole> near = words.nearest(caller, asked);
        if (!near.isEmpty()) {
            message.line(plain("Nearest names:"));
            near.forEach(role -> words.row(message, PickedRole.of(role), role.cliOnly()));
        }
        return message.note(settings.command() + " find shows all that is yours.");
    }

    private SlackMessage choose(Caller caller) {
        List<EligibleRole> roles = list.handle(caller, Surface.CLI).roles();
        if (roles.isEmpty()) {
            return new SlackMessage()
                    .line(plain("No role is open to you yet."))
                    .note("Roles come from tags on them that name you or a group of yours.");
        }
        SlackMessage message = new SlackMessage().line(plain("Which role?"));
        roles.stream()
                .limit(MOST_ROWS)
                .forEach(r -> words.row(message, PickedRole.of(r), r.cliOnly()));
        if (roles.size() > MOST_ROWS) {
            message.note("You have " + roles.size() + ": type part of a name after creds.");
        }
        return message;
    }

    private static String reasons(EligibleRole role) {
        String reasons =
                role.reasons().stream().map(Reason::words).collect(Collectors.joining(", "));
        return role.until().isPresent() ? reasons + "; keys stop working then" : reasons;
    }
}
