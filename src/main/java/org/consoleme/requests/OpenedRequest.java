package org.consoleme.requests;

import java.util.List;
import org.consoleme.access.ApprovalRule;

/**
 * A request that was made, or would be.
 *
 * @param stored false after a dry run: then its id means nothing
 * @param rule that governs it
 * @param approvers users and groups who decide, by name
 */
public record OpenedRequest(
        ChangeRequest request, boolean stored, ApprovalRule rule, List<String> approvers) {
    public OpenedRequest {
        approvers = List.copyOf(approvers);
    }
}
