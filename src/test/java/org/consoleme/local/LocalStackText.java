package org.consoleme.local;

import java.util.Locale;

/** What a person reads when the stack is ready: where everything is, and three things to try. */
final class LocalStackText {
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
        text.append("\nThree things to try:\n\n  1. In a browser: ")
                .append(stack.server())
                .append("\n  2. ")
                .append(slackStep(stack))
                .append(
                        "\n  3. In a shell (the one role that matches 'admin', as engineer@example.com):\n\n")
                .append(keys(settings, stack))
                .append("\n");
        return text.toString();
    }

    private static String slackElsewhere(StackSettings settings) {
        return settings.slack().isEmpty() ? "none" : "the workspace of SLACK_BOT_TOKEN";
    }

    private static String slackStep(StackDescription stack) {
        return stack.slackTwin() == null
                ? "In Slack, type: /consoleme creds admin"
                : "On the Slack page " + stack.slackTwin() + " type: /consoleme creds admin";
    }

    /** In a subshell, so that the person's own AWS variables stay as they are. */
    private static String keys(StackSettings settings, StackDescription stack) {
        return """
             (unset AWS_PROFILE; export AWS_ENDPOINT_URL=%s AWS_DEFAULT_REGION=%s $(curl -s %s/api/v1/get_credentials \\
               -H 'user_header: engineer@example.com' -H 'Content-Type: application/json' -d '{"requested_role": "admin"}' |
               python3 -c 'import json, sys; c = json.load(sys.stdin)["Credentials"]; print("AWS_ACCESS_KEY_ID=" + c["AccessKeyId"], "AWS_SECRET_ACCESS_KEY=" + c["SecretAccessKey"], "AWS_SESSION_TOKEN=" + c["SessionToken"])')
               %s sts get-caller-identity)
        """
                .formatted(
                        stack.aws(),
                        ServerEnvironment.REGION,
                        stack.server(),
                        settings.project().resolve(".local-stack/venv/bin/aws"));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-9s %s%n", name, value));
    }
}
