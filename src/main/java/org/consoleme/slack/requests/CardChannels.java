package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Their ids, with where each is named. */
    Map<String, String> named() {
        Map<String, String> channels = new LinkedHashMap<>();
        settings.approvalsChannel().ifPresent(id -> channels.put(id, "slack.approvals_channel"));
        rules.channels()
                .forEach(
                        own ->
                                channels.putIfAbsent(
                                        own.id(), "channel " + own.id() + " in approval_rules"));
        return channels;
    }

    /** Whether the configuration or any rule names it. */
    boolean has(String channel) {
        return named().containsKey(channel);
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
