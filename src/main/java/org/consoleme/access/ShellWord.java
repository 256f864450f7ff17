package org.consoleme.access;

/**
 * A word that somebody will paste into a shell. IAM lets a role's path hold {@code $}, backticks
 * and semicolons, and whoever makes roles in one account may have readers in another.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html">Path</a>
 */
final class ShellWord {
    private ShellWord() {}

    /**
     * As it is if every shell takes it so, else in single quotes. An equals sign in front is quoted
     * too: zsh reads it as the path of a command.
     */
    static String of(String word) {
        return word.matches("[A-Za-z0-9_+,.@:/][A-Za-z0-9_+=,.@:/-]*")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
