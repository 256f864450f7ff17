package org.consoleme.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Whose keys they are, asked of the stand-in AWS. Without an SDK client, since that would heed the
 * shell's AWS variables; the signer heeds none.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
record CallerIdentity(String account, String arn) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ASK = "Action=GetCallerIdentity&Version=2011-06-15";
    private static final Pattern ACCOUNT = Pattern.compile("<Account>([0-9]{12})</Account>");
    private static final Pattern ARN = Pattern.compile("<Arn>([^<]{1,2048})</Arn>");
    private static final int OK = 200;

    /** Empty if AWS refuses the keys, or does not answer. */
    static Optional<CallerIdentity> of(HubCredentials keys, URI aws) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(aws.resolve("/"))
                        .timeout(TIMEOUT)
                        .POST(HttpRequest.BodyPublishers.ofString(ASK));
        sign(keys, aws)
                .forEachHeader(
                        (name, values) -> {
                            if (!name.equalsIgnoreCase("Host")) { // the client sets the same one
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(TIMEOUT)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .build()) {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK ? read(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static SdkHttpRequest sign(HubCredentials keys, URI aws) {
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .uri(aws.resolve("/"))
                        .method(SdkHttpMethod.POST)
                        .putHeader("Content-Type", FORM)
                        .build();
        AwsSessionCredentialsIdentity identity =
                AwsSessionCredentialsIdentity.create(
                        keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
        ContentStreamProvider body =
                () -> new ByteArrayInputStream(ASK.getBytes(StandardCharsets.UTF_8));
        return AwsV4HttpSigner.create()
                .sign(
                        sign ->
                                sign.identity(identity)
                                        .request(request)
                                        .payload(body)
                                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                                        .putProperty(
                                                AwsV4HttpSigner.REGION_NAME,
                                                ServerEnvironment.REGION))
                .request();
    }

    private static Optional<CallerIdentity> read(String xml) {
        Matcher account = ACCOUNT.matcher(xml);
        Matcher arn = ARN.matcher(xml);
        return account.find() && arn.find()
                ? Optional.of(new CallerIdentity(account.group(1), arn.group(1)))
                : Optional.empty();
    }
}
