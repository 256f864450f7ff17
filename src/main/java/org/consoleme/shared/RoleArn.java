package org.consoleme.shared;

import java.util.Optional;

/**
 * The ARN of an IAM role, in any partition.
 *
 * @param partition {@code aws}, {@code aws-cn}, {@code aws-us-gov} or another that AWS adds
 * @param path begins and ends with a slash; {@code /} for none
 * @param name 1 to 64 characters of {@code A-Za-z0-9_+=,.@-}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM
 *     identifiers</a>
 */
public record RoleArn(String partition, AccountId account, String path, String name)
        implements Comparable<RoleArn> {
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_NAME = 64;

    public RoleArn {
        if (!isPartition(partition)) {
            throw new Problem.Invalid("role", "an ARN begins with arn:aws").asException();
        }
        if (!isPath(path)) {
            throw new Problem.Invalid("role", "a role's path begins and ends with a slash")
                    .asException();
        }
        if (!isName(name)) {
            throw new Problem.Invalid(
                            "role", "a role's name has 1 to 64 letters, digits or _+=,.@-")
                    .asException();
        }
    }

    /** Reads {@code arn:partition:iam::account:role/path/name}. */
    public static RoleArn parse(String text) {
        return tryParse(text)
                .orElseThrow(
                        () ->
                                new Problem.Invalid("role", "not the ARN of an IAM role")
                                        .asException());
    }

    /** As {@link #parse}, for text that may well be something else. */
    public static Optional<RoleArn> tryParse(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String[] parts = text.split(":", 6);
        if (parts.length != 6
                || !parts[0].equals("arn")
                || !isPartition(parts[1])
                || !parts[2].equals("iam")
                || !parts[3].isEmpty()
                || !AccountId.isAccountId(parts[4])
                || !parts[5].startsWith("role/")) {
            return Optional.empty();
        }
        int slash = parts[5].lastIndexOf('/');
        String path = parts[5].substring("role".length(), slash + 1);
        String name = parts[5].substring(slash + 1);
        return isPath(path) && isName(name)
                ? Optional.of(new RoleArn(parts[1], new AccountId(parts[4]), path, name))
                : Optional.empty();
    }

    private static boolean isPartition(String text) {
        return text != null
                && text.startsWith("aws")
                && text.length() <= 32
                && text.chars()
                        .allMatch(
                                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    private static boolean isPath(String text) {
        return text != null
                && text.startsWith("/")
                && text.endsWith("/")
                && text.length() <= 512
                && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static boolean isName(String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= MAX_NAME
                && text.chars()
                        .allMatch(
                                c ->
                                        (Character.isLetterOrDigit(c) && c < 128)
                                                || "_+=,.@-".indexOf(c) >= 0);
    }

    /**
     * Everything after {@code role/}: what weep and ConsoleMe call the role's name when it has a
     * path.
     */
    public String pathAndName() {
        return path.substring(1) + name;
    }

    /** The order of the texts, mostly without making them: lists of thousands are sorted by it. */
    @Override
    public int compareTo(RoleArn other) {
        if (!partition.equals(other.partition)) {
            return toString().compareTo(other.toString());
        }
        if (!account.equals(other.account)) {
            return account.compareTo(other.account);
        }
        return path.equals(other.path)
                ? name.compareTo(other.name)
                : pathAndName().compareTo(other.pathAndName());
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":iam::" + account.value() + ":role" + path + name;
    }
}
