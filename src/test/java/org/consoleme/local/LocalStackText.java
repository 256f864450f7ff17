package org.consoleme.local;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What a person reads when the stack is ready: where everything is, and what to try. Of an AWS that
 * is somebody else's the stack knows nothing, so there no role is named.
 */
final class LocalStackText {
    private static final String TABLES =
            """

              The DynamoDB is not the stack's own, so no table is made in it: src/docs/operator/tables.md has those
              that must be there before anybody gets keys.
            """;

    private LocalStackText() {}

    record Addresses(StackSettings settings, StackDescription stack) {}

    static String ready(Addresses addresses, Progress progress) {
        StackDescription stack = addresses.stack();
        StackSettings settings = addresses.settings();
        StringBuilder text = new StringBuilder();
        text.append("\nReady after ")
                .append(String.format(Locale.ROOT, "%.1f s", progress.seconds()))
                .append(". Ctrl-C stops it all.\n\n");
        line(text, "console", stack.server());
        line(
                text,
                "Slack",
                stack.slackTwin() == null ? slackElsewhere(settings) : stack.slackTwin());
        line(text, "AWS", stack.aws());
        line(text, "DynamoDB", stack.dynamodb());
        line(text, "Redis", stack.redis());
        line(text, "logs", settings.state().resolve("log").toString());
        return text.append(settings.aws().isEmpty() ? three(settings, stack) : two(stack))
                .append(settings.dynamodb().isEmpty() ? "" : TABLES)
                .append("\n")
                .toString();
    }

    private static String three(StackSettings settings, StackDescription stack) {
        return "\nThree things to try:\n\n  1. In a browser: "
                + stack.server()
                + "\n  2. "
                + slackStep(stack, "creds admin")
                + "\n     The first time it asks you to link your account: do, and type the line again."
                + "\n  3. In a shell (the one role that matches 'admin', as engineer@example.com):\n\n"
                + identity(settings, stack);
    }

    private static String two(StackDescription stack) {
        return "\nTwo things to try (the AWS is not the stack's own, so there is no demo organization in it):"
                + "\n\n  1. In a browser: "
                + stack.server()
                + "\n  2. "
                + slackStep(stack, "help")
                + "\n";
    }

    private static String slackElsewhere(StackSettings settings) {
        return settings.slack().isEmpty() ? "none" : "the workspace of SLACK_BOT_TOKEN";
    }

    private static String slackStep(StackDescription stack, String words) {
        return (stack.slackTwin() == null
                        ? "In Slack, type: "
                        : "On the Slack page " + stack.slackTwin() + " type: ")
                + "/consoleme "
                + words;
    }

    /**
     * With the {@code aws} command, which comes with a stand-in that the stack starts itself. In a
     * subshell, so that the person's own AWS variables stay as they are.
     */
    private static String identity(StackSettings settings, StackDescription stack) {
        String cookies = quoted(settings.state().resolve("cookies"));
        return """
             (unset AWS_PROFILE; export AWS_ENDPOINT_URL=%s AWS_DEFAULT_REGION=%s $(
               curl -s -c %s -o /dev/null -H 'user_header: engineer@example.com' %s/auth
               curl -s -b %s %s/api/v1/get_credentials -H 'Content-Type: application/json' -d '{"requested_role": "admin"}' |
               python3 -c 'import json, sys; c = json.load(sys.stdin)["Credentials"]; print("AWS_ACCESS_KEY_ID=" + c["AccessKeyId"], "AWS_SECRET_ACCESS_KEY=" + c["SecretAccessKey"], "AWS_SESSION_TOKEN=" + c["SessionToken"])')
               %s sts get-caller-identity)
        """
                .formatted(
                        stack.aws(),
                        ServerEnvironment.REGION,
                        cookies,
                        stack.server(),
                        cookies,
                        stack.server(),
                        quoted(settings.project().resolve(".local-stack/venv/bin/aws")));
    }

    /** As one word of a shell, whatever the folder is called. */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-9s %s%n", name, value));
    }
}
