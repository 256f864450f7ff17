package org.consoleme.policies;

/**
 * The spelling of Sids, actions and resources. Each text is passed over once; no regular expression
 * sees it.
 */
final class PolicyNames {
    /** Characters. The longest action that AWS has is a third of it. */
    private static final int MAX_ACTION = 256;

    /**
     * Characters.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html">arnType</a>
     */
    private static final int MAX_RESOURCE = 2048;

    private static final int ARN_PARTS = 6;

    private PolicyNames() {}

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html">Sid</a>
     */
    static boolean isSid(String text) {
        return text.chars().allMatch(PolicyNames::isLetterOrDigit);
    }

    /**
     * What is wrong with an action; empty if nothing is. The service is written out: AWS takes
     * wildcards in the action's name only, save for {@code *} and {@code *:*}.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
     */
    static String actionFault(String text) {
        if (isEveryAction(text)) {
            return "";
        }
        if (text.length() > MAX_ACTION) {
            return "is longer than any action";
        }
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            return "is not an action: write service:Name, or * for every one";
        }
        if (!text.chars().limit(colon).allMatch(c -> isLetterOrDigit(c) || c == '-')) {
            return "does not begin with the prefix of a service, such as s3:";
        }
        return text.chars()
                        .skip(colon + 1L)
                        .allMatch(c -> isLetterOrDigit(c) || "-_*?".indexOf(c) >= 0)
                ? ""
                : "has a character that no action has: wildcards are * and ?";
    }

    static boolean isEveryAction(String text) {
        return text.equals("*") || text.equals("*:*");
    }

    /**
     * What is wrong with a resource; empty if nothing is.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
     */
    static String resourceFault(String text) {
        if (text.equals(Patterns.EVERYTHING)) {
            return "";
        }
        if (text.length() > MAX_RESOURCE) {
            return "is longer than " + MAX_RESOURCE + " characters";
        }
        if (text.indexOf('<') >= 0 || text.indexOf('>') >= 0) {
            return "has a < or >: was a placeholder left in?";
        }
        if (!text.startsWith("arn:")) {
            return "is neither an ARN nor *";
        }
        String[] parts = text.split(":", ARN_PARTS);
        return parts.length == ARN_PARTS && !parts[5].isBlank()
                ? ""
                : "is not a whole ARN: arn:partition:service:region:account:resource";
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
