package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.Optional;
import org.consoleme.access.ApprovalChannel;
import org.consoleme.access.ApprovalRule;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.Ruling;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestRights;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackSettings;

/** The channels that cards are for, as the configuration and the rules are now. */
@Single
public class CardChannels {
    private final SlackSettings settings;
    private final ApprovalRules rules;
    private final RequestRights rights;

    @Inject
    public CardChannels(SlackSettings settings, ApprovalRules rules, RequestRights rights) {
        this.settings = settings;
        this.rules = rules;
        this.rights = rights;
    }

    /** Whether the configuration or any rule names it. */
    boolean has(String channel) {
        return settings.approvalsChannel().filter(channel::equals).isPresent()
                || rules.channels().stream().map(ApprovalChannel::id).anyMatch(channel::equals);
    }

    /** Whether a card of the request is expected in any channel, or only in direct messages. */
    boolean expected(ChangeRequest request) {
        return settings.approvalsChannel().or(() -> ofItsRule(request)).isPresent();
    }

    private Optional<String> ofItsRule(ChangeRequest request) {
        return rights.ruling(request) instanceof Ruling.Governed(ApprovalRule rule)
                ? rule.channel().map(ApprovalChannel::id)
                : Optional.empty();
    }
}
