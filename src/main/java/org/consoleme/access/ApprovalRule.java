package org.consoleme.access;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * Who may ask for something, who decides, and within what bounds.
 *
 * @param needed how many different people have to approve, 1 to 10
 * @param maxDuration the longest time a role may be asked for, 15 min to 90 d
 * @param expiresAfter when a request that nobody decided ends, 1 h to 90 d
 * @param autoApprove whoever may ask needs nobody
 * @param channel where the cards of its requests go; empty for where all others go
 */
public record ApprovalRule(
        String name,
        RuleMatch match,
        People whoMayAsk,
        People approvers,
        int needed,
        Duration maxDuration,
        Duration expiresAfter,
        boolean autoApprove,
        Optional<ApprovalChannel> channel) {
    static final Duration DEFAULT_MAX_DURATION = Duration.ofHours(12);
    static final Duration DEFAULT_EXPIRES_AFTER = Duration.ofDays(7);

    /**
     * Counts for policies where no rule matches, as in ConsoleMe: everybody asks, admins decide.
     */
    public static final ApprovalRule DEFAULT =
            new ApprovalRule(
                    "policy administrators",
                    RuleMatch.EVERYTHING,
                    People.ALL,
                    People.ADMINS,
                    1,
                    DEFAULT_MAX_DURATION,
                    DEFAULT_EXPIRES_AFTER,
                    false,
                    Optional.empty());

    /**
     * The strictest first: people before automatic approval; more approvals; the shorter time; the
     * fewer approvers; the shorter wait; then by name, so that two equally strict rules never take
     * turns.
     */
    static final Comparator<ApprovalRule> STRICTEST_FIRST =
            Comparator.comparing(ApprovalRule::autoApprove)
                    .thenComparing(ApprovalRule::needed, Comparator.reverseOrder())
                    .thenComparing(ApprovalRule::maxDuration)
                    .thenComparingInt(rule -> rule.approvers().entries().size())
                    .thenComparing(ApprovalRule::expiresAfter)
                    .thenComparing(ApprovalRule::name);
}
