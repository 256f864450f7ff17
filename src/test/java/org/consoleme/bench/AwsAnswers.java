package org.consoleme.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
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

    private final Duration dynamoDelay;
    private final StandIn.Reply keys;
    private final StandIn.Reply signIn;

    /**
     * @param dynamoDelay from request to answer
     */
    AwsAnswers(Duration dynamoDelay, Instant now) {
        this.dynamoDelay = dynamoDelay;
        this.keys = StandIn.Reply.of(XML, assumed(now));
        this.signIn = StandIn.Reply.of(JSON, signedIn(now)).after(dynamoDelay);
    }

    @Override
    public StandIn.Reply apply(Message request) {
        return request.header("x-amz-target").map(this::dynamo).orElseGet(() -> other(request));
    }

    private StandIn.Reply dynamo(String target) {
        return switch (target.substring(target.indexOf('.') + 1)) {
            case "BatchWriteItem" -> TAKEN.after(dynamoDelay);
            case "GetItem" -> signIn;
            case "DescribeTable" -> MISSING;
            default -> NOTHING.after(dynamoDelay);
        };
    }

    private StandIn.Reply other(Message request) {
        String line = request.firstLine();
        if (line.startsWith("PUT ")) {
            return OBJECT;
        }
        if (line.startsWith("POST /slack/")) {
            return SLACK;
        }
        String body = request.body();
        if (body.contains("Action=AssumeRole&")) {
            return keys;
        }
        return body.contains("Action=GetCallerIdentity&") ? IDENTITY : UNKNOWN;
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
