package org.consoleme.slack.command;

import static org.consoleme.slack.message.SlackMessage.Piece.bold;
import static org.consoleme.slack.message.SlackMessage.Piece.code;
import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.consoleme.shared.Problem;
import org.consoleme.shared.SecretShapes;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.message.SlackMessage;

/**
 * Chooses the command that a line means; an unknown word gets the nearest ones, an empty line the
 * help.
 */
@Single
public class SlackCommands {
    private static final int FARTHEST = 3;

    private final List<SlackCommand> commands;
    private final SlackSettings settings;

    @Inject
    public SlackCommands(@Any Instance<SlackCommand> commands, SlackSettings settings) {
        this(commands.stream(), settings);
    }

    SlackCommands(Stream<? extends SlackCommand> commands, SlackSettings settings) {
        this.commands =
                commands.<SlackCommand>map(c -> c)
                        .sorted(Comparator.comparing(SlackCommand::verb))
                        .toList();
        this.settings = settings;
    }

    /**
     * @throws org.consoleme.shared.ProblemException which is drawn for the asker
     */
    public SlackMessage handle(SlackCall call) {
        if (SecretShapes.found(call.text())) {
            throw new Problem.Invalid(
                            "command",
                            "that looks like a secret; I kept nothing of it. Whoever can see it should"
                                    + " not use it any more")
                    .asException();
        }
        CommandLine line = CommandLine.parse(call.text());
        Optional<SlackCommand> named =
                commands.stream().filter(c -> c.verb().equals(line.verb())).findFirst();
        if (named.isPresent()) {
            return named.get().handle(call, line);
        }
        return line.verb().isEmpty() || line.verb().equals("help") ? help() : unknown(line.verb());
    }

    private SlackMessage help() {
        SlackMessage message =
                new SlackMessage().line(bold("ConsoleMe"), plain(": AWS access from Slack."));
        for (SlackCommand command : commands) {
            message.line(
                    code(settings.command() + " " + command.usage().form()),
                    plain("  " + command.usage().does()));
        }
        return message.note("Only you see the answers. Keys never pass through Slack.");
    }

    private SlackMessage unknown(String verb) {
        LevenshteinDistance distance = new LevenshteinDistance(FARTHEST);
        SlackMessage message = new SlackMessage().line(plain("I don't know \"" + verb + "\"."));
        List<SlackCommand> near =
                commands.stream()
                        .filter(c -> distance.apply(verb, c.verb()) >= 0)
                        .sorted(Comparator.comparingInt(c -> distance.apply(verb, c.verb())))
                        .limit(3)
                        .toList();
        for (SlackCommand command : near.isEmpty() ? commands : near) {
            message.line(
                    code(settings.command() + " " + command.usage().form()),
                    plain("  " + command.usage().does()));
        }
        return message;
    }
}
