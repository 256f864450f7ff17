package org.consoleme.slack.command;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.Surface;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.slack.message.SlackMessage;

/** How roles are named to people, and which of somebody's roles is spelled nearly like a word. */
@Single
public class RoleWords {
    private static final int NEAREST = 3;
    private static final int FARTHEST = 4;

    private final Accounts accounts;
    private final ListEligibleRoles list;

    @Inject
    public RoleWords(Accounts accounts, ListEligibleRoles list) {
        this.accounts = accounts;
        this.list = list;
    }

    String account(RoleArn role) {
        return accounts.current()
                .find(role.account())
                .map(Account::name)
                .orElse(role.account().value());
    }

    /** A role as a row with its button. */
    void row(SlackMessage message, PickedRole picked, boolean cliOnly) {
        RoleArn role = picked.role();
        String text = role.name() + "  ·  " + account(role) + (cliOnly ? "  ·  CLI" : "");
        message.row(text, SlackMessage.press(CredsCommand.USE, "Use", picked.value()));
    }

    /** The caller's own roles whose names are nearest to the words, nearest first. */
    List<EligibleRole> nearest(Caller caller, String words) {
        LevenshteinDistance distance = new LevenshteinDistance(FARTHEST);
        String wanted = words.toLowerCase(Locale.ROOT);
        return list.handle(caller, Surface.CLI).roles().stream()
                .map(role -> new Scored(role, score(distance, wanted, role)))
                .filter(scored -> scored.distance() >= 0)
                .sorted(Comparator.comparingInt(Scored::distance))
                .limit(NEAREST)
                .map(Scored::role)
                .toList();
    }

    private static int score(LevenshteinDistance distance, String wanted, EligibleRole role) {
        return distance.apply(wanted, role.role().name().toLowerCase(Locale.ROOT));
    }

    private record Scored(EligibleRole role, int distance) {}
}
