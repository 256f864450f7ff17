package org.consoleme.platform.aws;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.consoleme.credentials.FederationSignIn;
import org.consoleme.credentials.TemporaryCredentials;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/**
 * AWS's federation end point: keys in the body of a POST, over TLS whose certificate is checked,
 * against a sign-in token, and that in a link. Keys and answers are never logged.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html">custom
 *     sign-in</a>
 */
@Single
public class HttpFederationSignIn implements FederationSignIn {
    static final String NAME = "AWS sign-in";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI endpoint;
    private final AwsSettings settings;
    private final HttpClient http;

    @Inject
    HttpFederationSignIn(AwsSettings settings, AwsRegion home, ManagedExecutorService threads) {
        this(settings, home, (Executor) threads);
    }

    HttpFederationSignIn(AwsSettings settings, AwsRegion home, Executor threads) {
        this.settings = settings;
        this.endpoint = settings.federation().orElseGet(home::federation);
        this.http =
                HttpClient.newBuilder()
                        .executor(threads)
                        .connectTimeout(CONNECT)
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    @Override
    public URI signInUrl(TemporaryCredentials keys, URI destination, Duration session) {
        Map<String, String> link = new LinkedHashMap<>();
        link.put("Action", "login");
        settings.issuer().ifPresent(issuer -> link.put("Issuer", issuer));
        link.put("Destination", destination.toString());
        link.put("SigninToken", token(keys, session));
        link.put("SessionDuration", seconds(session));
        return URI.create(endpoint + "?" + form(link));
    }

    private String token(TemporaryCredentials keys, Duration session) {
        Map<String, String> ask = new LinkedHashMap<>();
        ask.put("Action", "getSigninToken");
        ask.put("DurationSeconds", seconds(session));
        ask.put(
                "Session",
                JSON.createObjectNode()
                        .put("sessionId", keys.accessKeyId())
                        .put("sessionKey", keys.secretAccessKey().reveal())
                        .put("sessionToken", keys.sessionToken().reveal())
                        .toString());
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(endpoint)
                                .timeout(ANSWER)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Accept", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(form(ask)))
                                .build());
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            throw new Problem.Unavailable(NAME, SOON).asException();
        }
        if (answer.statusCode() != 200) {
            throw refused("HTTP " + answer.statusCode());
        }
        return signinToken(answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (SSLHandshakeException untrusted) {
            throw new Problem.Refused(NAME, "UntrustedCertificate").asException(untrusted);
        } catch (IOException silent) {
            throw new Problem.Unavailable(NAME, SOON).asException(silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Problem.Unavailable(NAME, SOON).asException(stopped);
        }
    }

    /** The cause is left out: its message quotes the answer. */
    private static String signinToken(String answer) {
        try {
            JsonNode token = JSON.readTree(answer).path("SigninToken");
            if (token.isTextual() && !token.textValue().isBlank()) {
                return token.textValue();
            }
        } catch (JacksonException notJson) {
            throw refused("UnexpectedAnswer");
        }
        throw refused("UnexpectedAnswer");
    }

    private static ProblemException refused(String code) {
        return new Problem.Refused(NAME, code).asException();
    }

    /** Seconds as AWS takes them: whole ones. */
    private static String seconds(Duration session) {
        return String.valueOf(session.toSeconds());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
