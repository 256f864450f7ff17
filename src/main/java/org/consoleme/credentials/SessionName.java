package org.consoleme.credentials;

import java.util.Locale;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UserId;

/**
 * A user name as STS takes it: lower case, other characters replaced by a dash, 2 to 64 long. Long
 * names keep their beginning and get the end of a hash, so that two people never share one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">RoleSessionName</a>
 */
public final class SessionName {
    private static final int MAX_LENGTH = 64;

    private SessionName() {}

    /** An application's is its name alone, as ConsoleMe's. */
    static String of(Caller caller) {
        String name = caller.user().value();
        return caller.application() && name.startsWith(Caller.APPLICATION)
                ? of(new UserId(name.substring(Caller.APPLICATION.length())))
                : of(caller.user());
    }

    public static String of(UserId user) {
        return of("", user);
    }

    /**
     * The name with words before it that say what the session is for.
     *
     * @param purpose at most 40 characters that STS takes
     */
    public static String of(String purpose, UserId user) {
        return purpose + legal(user, MAX_LENGTH - purpose.length());
    }

    private static String legal(UserId user, int longest) {
        String name = user.value().toLowerCase(Locale.ROOT);
        StringBuilder legal = new StringBuilder();
        name.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : '-'));
        boolean changed = !legal.toString().equals(name);
        if (changed || legal.length() > longest || legal.length() < 2) {
            String mark = String.format(Locale.ROOT, "-%08x", user.key().hashCode());
            legal.setLength(Math.min(legal.length(), longest - mark.length()));
            legal.append(mark);
        }
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "_+=,.@-".indexOf(c) >= 0);
    }
}
