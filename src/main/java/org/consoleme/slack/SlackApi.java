package org.consoleme.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.util.http.SlackHttpClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Secret;
import org.consoleme.shared.Single;

/**
 * Slack's Web API: time-outs set once, errors translated by code. A user's profile is kept for ten
 * minutes.
 *
 * @see <a href="https://docs.slack.dev/reference/methods">Web API methods</a>
 */
@Single
public class SlackApi {
    private static final String USERS_INFO = "users.info";
    private static final Duration PROFILE_LIFE = Duration.ofMinutes(10);
    private static final int MOST_PROFILES = 10_000;
    private static final int THROTTLED = 429;

    private final Slack slack;
    private final Throttles throttles;
    private final Optional<Secret> token;
    private final Optional<Secret> appToken;
    private final Optional<MethodsClient> client;
    private final Cache<String, SlackMember> users =
            Caffeine.newBuilder().expireAfterWrite(PROFILE_LIFE).maximumSize(MOST_PROFILES).build();

    @Inject
    public SlackApi(SlackSettings settings, Clock clock) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
        config.setHttpClientCallTimeoutMillis(Math.toIntExact(settings.timeout().toMillis()));
        config.setHttpClientReadTimeoutMillis(Math.toIntExact(settings.timeout().toMillis()));
        config.setHttpClientWriteTimeoutMillis(Math.toIntExact(settings.timeout().toMillis()));
        config.setPrettyResponseLoggingEnabled(false);
        // else each token is first asked whose it is, and an app token cannot say
        config.getMethodsConfig().setStatsEnabled(false);
        config.getHttpClientResponseHandlers().clear();
        this.slack =
                Slack.getInstance(
                        config,
                        new SlackHttpClient(
                                SentOnce.in(SlackHttpClient.buildOkHttpClient(config))));
        this.throttles = new Throttles(clock);
        this.token = settings.botToken();
        this.appToken = settings.appToken();
        this.client = token.map(secret -> slack.methods(secret.reveal()));
    }

    /** Who we are: workspace, bot, and the scopes that the token has. */
    public Identity identity() {
        AuthTestResponse answer = call("auth.test", methods -> methods.authTest(r -> r));
        Optional<String> app =
                Optional.ofNullable(answer.getBotId())
                        .flatMap(
                                bot ->
                                        Optional.ofNullable(
                                                call("bots.info", m -> m.botsInfo(r -> r.bot(bot)))
                                                        .getBot()
                                                        .getAppId()));
        List<String> scopes =
                Optional.ofNullable(answer.getHttpResponseHeaders())
                        .map(headers -> headers.get("x-oauth-scopes"))
                        .filter(values -> !values.isEmpty())
                        .map(values -> List.of(values.getFirst().split("\\s*,\\s*")))
                        .orElse(List.of());
        return new Identity(
                answer.getTeamId(),
                answer.getTeam(),
                Optional.ofNullable(answer.getEnterpriseId()),
                app,
                scopes);
    }

    /** A user; at most ten minutes old. */
    public SlackMember user(String id) {
        SlackMember known = users.getIfPresent(id);
        if (known != null) {
            return known;
        }
        return userNow(id);
    }

    /** A user as Slack knows them at this moment. */
    public SlackMember userNow(String id) {
        SlackMember asked =
                call(
                                USERS_INFO,
                                methods ->
                                        methods.postFormWithTokenAndParseResponse(
                                                form -> form.add("user", id),
                                                USERS_INFO,
                                                token.orElseThrow().reveal(),
                                                MemberAnswer.class))
                        .member()
                        .orElseThrow(
                                () ->
                                        new Problem.Refused("Slack", USERS_INFO + ": no user")
                                                .asException());
        users.put(id, asked);
        return asked;
    }

    /**
     * What is known of a user counts no more.
     *
     * @param id empty for everybody
     */
    void forget(String id) {
        if (id.isEmpty()) {
            users.invalidateAll();
        } else {
            users.invalidate(id);
        }
    }

    @PreDestroy
    void close() {
        try {
            slack.close();
        } catch (Exception e) {
            throw new IllegalStateException("the Slack client did not close", e);
        }
    }

    /**
     * Where a socket can be opened now, once.
     *
     * @see <a
     *     href="https://docs.slack.dev/reference/methods/apps.connections.open">apps.connections.open</a>
     */
    String socketUrl() {
        return call(
                        "apps.connections.open",
                        methods ->
                                methods.appsConnectionsOpen(
                                        r -> r.token(appToken.orElseThrow().reveal())))
                .getUrl();
    }

    /**
     * Calls a method.
     *
     * @throws org.consoleme.shared.ProblemException {@code Refused} with Slack's error after the
     *     method's name; {@code TooMany} after the time that Slack names; {@code Unavailable}
     */
    <T extends SlackApiTextResponse> T call(String method, Call<T> call) {
        return call(method, method, call);
    }

    /**
     * Posts a message, which Slack limits for each channel by itself.
     *
     * @throws org.consoleme.shared.ProblemException as {@link #call}
     * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>
     */
    <T extends SlackApiTextResponse> T callIn(String channel, String method, Call<T> call) {
        return call(method, method + " " + channel, call);
    }

    /**
     * @param throttled what is left alone after Slack asked for that
     */
    private <T extends SlackApiTextResponse> T call(String method, String throttled, Call<T> call) {
        MethodsClient methods =
                client.orElseThrow(
                        () -> new Problem.Refused("Slack", "not_configured").asException());
        throttles.require(throttled);
        try {
            T answer = call.on(methods);
            if (!answer.isOk()) {
                Problem problem = SlackErrors.problem(method, String.valueOf(answer.getError()));
                throttles.note(throttled, problem);
                throw problem.asException();
            }
            return answer;
        } catch (SlackApiException e) {
            Problem problem = problem(e);
            throttles.note(throttled, problem);
            throw problem.asException(e);
        } catch (IOException e) {
            throw new Problem.Unavailable("Slack", Duration.ofSeconds(10)).asException(e);
        }
    }

    private static Problem problem(SlackApiException e) {
        if (e.getResponse().code() != THROTTLED) {
            return new Problem.Unavailable("Slack", SlackErrors.AGAIN);
        }
        String wait = e.getResponse().header("Retry-After", "");
        return new Problem.TooMany(
                wait.matches("[0-9]{1,4}")
                        ? Duration.ofSeconds(Math.max(1, Integer.parseInt(wait)))
                        : SlackErrors.AGAIN);
    }

    /** Slack's own error, where that is what went wrong: {@code channel_not_found} and so on. */
    public static Optional<String> error(ProblemException e) {
        return e.problem() instanceof Problem.Refused refused
                ? Optional.of(refused.code().substring(refused.code().indexOf(": ") + 1).strip())
                : Optional.empty();
    }

    /** Whether Slack cannot be reached at all, so that asking for anything else is of no use. */
    public static boolean away(RuntimeException e) {
        return e instanceof ProblemException problem
                && problem.problem() instanceof Problem.Unavailable
                && problem.getCause() instanceof IOException;
    }

    /** One method call. */
    @FunctionalInterface
    interface Call<T> {
        T on(MethodsClient methods) throws IOException, SlackApiException;
    }

    /**
     * What {@code auth.test} and {@code bots.info} say.
     *
     * @param scopes of the token; empty if Slack did not say
     */
    public record Identity(
            String teamId,
            String workspace,
            Optional<String> enterpriseId,
            Optional<String> appId,
            List<String> scopes) {}
}
