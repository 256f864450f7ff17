package org.consoleme.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consoleme.bench.http.Message;
import org.consoleme.bench.http.StandIn;

/**
 * STS, DynamoDB, S3 and Slack as far as the server asks them here: fixed answers, made once. STS,
 * S3 and Slack answer at once, DynamoDB after a while.
 */
final class AwsAnswers implements Function<Message, StandIn.Reply> {
    private static final String JSON = "application/x-amz-json-1.0";
    private static final String XML = "text/xml";

    private static final StandIn.Reply IDENTITY =
            StandIn.Reply.of(
                    XML,
                    """
                    <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
                    <Arn>arn:aws:iam::123456789012:user/hub</Arn><UserId>AIDABENCH</UserId><Account>123456789012</Account>\
                    </GetCallerIdentityResult></GetCallerIdentityResponse>\
                    """);
    private static final StandIn.Reply NOTHING = StandIn.Reply.of(JSON, "{}");
    private static final StandIn.Reply MISSING =
            StandIn.Reply.of(
                            JSON,
                            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\"}")
                    .status(400);
    private static final StandIn.Reply TAKEN = StandIn.Reply.of(JSON, "{\"UnprocessedItems\":{}}");
    private static final StandIn.Reply OBJECT = StandIn.Reply.of(XML, "");
    private static final StandIn.Reply SLACK =
            StandIn.Reply.of("application/json", "{\"ok\":true}");
    private static final StandIn.Reply UNKNOWN =
            StandIn.Reply.of(
                            XML,
                            "<ErrorResponse><Error><Code>InvalidAction</Code></Error></ErrorResponse>")
                    .status(400);

    /** Slack users whose ids begin so are members, each linked to the person of that number. */
    static final String MEMBER = "UMEMBER";

    static final String TEAM = "T0BENCH00";

    private static final Pattern MEMBER_ID = Pattern.compile(MEMBER + "([0-9]+)");

    private final Duration dynamoDelay;
    private final StandIn.Reply keys;
    private final StandIn.Reply signIn;
    private final StandIn.Reply configuration;

    /**
     * @param dynamoDelay from request to answer
     */
    AwsAnswers(Duration dynamoDelay, Instant now) {
        this.dynamoDelay = dynamoDelay;
        this.keys = StandIn.Reply.of(XML, assumed(now));
        this.signIn = StandIn.Reply.of(JSON, signedIn(now)).after(dynamoDelay);
        this.configuration = StandIn.Reply.of(JSON, rules()).after(dynamoDelay);
    }

    @Override
    public StandIn.Reply apply(Message request) {
        return request.header("x-amz-target")
                .map(target -> dynamo(target, request.body()))
                .orElseGet(() -> other(request));
    }

    private StandIn.Reply dynamo(String target, String body) {
        return switch (target.substring(target.indexOf('.') + 1)) {
            case "BatchWriteItem" -> TAKEN.after(dynamoDelay);
            case "GetItem" -> item(body);
            case "DescribeTable" -> MISSING;
            default -> NOTHING.after(dynamoDelay);
        };
    }

    private StandIn.Reply item(String asked) {
        if (asked.contains("consoleme_config_global")) {
            return configuration;
        }
        return asked.contains("consoleme_slack_links") ? link(asked) : signIn;
    }

    private StandIn.Reply link(String asked) {
        Matcher member = MEMBER_ID.matcher(asked);
        String item =
                member.find()
                        ? "{\"Item\":{\"user\":{\"S\":\"%s\"}}}"
                                .formatted(RoleUniverse.person(Integer.parseInt(member.group(1))))
                        : "{}";
        return StandIn.Reply.of(JSON, item).after(dynamoDelay);
    }

    private StandIn.Reply other(Message request) {
        String line = request.firstLine();
        if (line.startsWith("PUT ")) {
            return OBJECT;
        }
        String body = request.body();
        if (line.startsWith("POST /slack/")) {
            return line.contains("/users.info") ? user(body) : SLACK;
        }
        if (body.contains("Action=AssumeRole&")) {
            return keys;
        }
        return body.contains("Action=GetCallerIdentity&") ? IDENTITY : UNKNOWN;
    }

    private static StandIn.Reply user(String body) {
        Matcher member = MEMBER_ID.matcher(body);
        return member.find()
                ? StandIn.Reply.of(
                        "application/json",
                        """
                        {"ok":true,"user":{"id":"%s","team_id":"%s","name":"someone","deleted":false,"is_bot":false,\
                        "is_restricted":false,"is_ultra_restricted":false}}\
                        """
                                .formatted(member.group(), TEAM))
                : SLACK;
    }

    private static String rules() {
        return "{\"Item\":{\"id\":{\"S\":\"master\"},\"config\":{\"B\":\"%s\"}}}"
                .formatted(Base64.getEncoder().encodeToString(Rules.deflated()));
    }

    private static String assumed(Instant now) {
        return """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><AssumedRoleUser>\
        <AssumedRoleId>AROABENCH:someone</AssumedRoleId><Arn>arn:aws:sts::500000000000:assumed-role/role/someone</Arn>\
        </AssumedRoleUser><Credentials><AccessKeyId>ASIABENCHBENCHBENCH0</AccessKeyId>\
        <SecretAccessKey>a-secret-of-the-usual-length-of-forty-ch</SecretAccessKey><SessionToken>%s</SessionToken>\
        <Expiration>%s</Expiration></Credentials></AssumeRoleResult>\
        <ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata></AssumeRoleResponse>\
        """
                .formatted(
                        "T".repeat(400),
                        now.plus(Duration.ofHours(12)).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whoever is asked for signed in just now and is in 20 groups. */
    private static String signedIn(Instant now) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            groups.append(i == 0 ? "" : ",")
                    .append("{\"S\":\"team-")
                    .append(i)
                    .append("@example.com\"}");
        }
        return "{\"Item\":{\"user_key\":{\"S\":\"someone@example.com\"},\"groups\":{\"L\":[%s]},\"signed_in_at\":{\"N\":\"%d\"}}}"
                .formatted(groups, now.toEpochMilli());
    }
}
