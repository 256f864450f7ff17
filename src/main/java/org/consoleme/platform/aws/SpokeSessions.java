package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Our sessions in other accounts: one for each account, role and session name, shared by all
 * services and regions until shortly before it ends. Callers who come at once share one call.
 */
@Single
public class SpokeSessions {
    /** What CloudTrail of the spoke account shows of reading it. */
    static final String SESSION_NAME = "consoleme";

    private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(5);

    private final StsClient sts;
    private final AwsCredentialsProvider hub;
    private final AwsRegion home;
    private final AwsSettings settings;
    private final HubIdentity identity;
    private final Clock clock;
    private final Map<Key, CompletableFuture<Keys>> sessions = new ConcurrentHashMap<>();

    @Inject
    SpokeSessions(AwsClients clients, AwsSettings settings, HubIdentity identity, Clock clock) {
        this.sts = clients.sts();
        this.hub = clients.hub();
        this.home = clients.home();
        this.settings = settings;
        this.identity = identity;
        this.clock = clock;
    }

    private record Key(AccountId account, String role, String sessionName) {}

    private record Keys(AwsSessionCredentials credentials, Instant expiresAt) {}

    /**
     * Keys of the account's spoke role. Without {@code policies.role_name} only the account that we
     * run in can be read, with our own keys: anything else would call the hub's data another
     * account's.
     *
     * @return renews itself, so a client may keep it
     * @throws ProblemException {@code Refused} with STS's code, {@code Unavailable}, or {@code
     *     Invalid} without a role name
     */
    AwsCredentialsProvider spoke(AccountId account) {
        Optional<String> role = settings.spokeRole(account);
        if (role.isPresent()) {
            return role(account, role.get());
        }
        if (identity.get().account().equals(account)) {
            return hub;
        }
        throw new Problem.Invalid(
                        "policies.role_name",
                        "is not set, so no account but the current one can be read")
                .asException();
    }

    /**
     * Keys of the account's spoke role to change something for somebody. Never our own: without
     * {@code policies.role_name} all changes would land in the account that we run in.
     *
     * @param sessionName leads back to the person, see {@link
     *     org.consoleme.credentials.SessionName}
     * @throws ProblemException as {@link #spoke}
     */
    AwsCredentialsProvider change(AccountId account, String sessionName) {
        String role =
                settings.spokeRole(account)
                        .orElseThrow(
                                () ->
                                        new Problem.Invalid(
                                                        "policies.role_name",
                                                        "is not set, so nothing can be changed")
                                                .asException());
        return keys(new Key(account, role, sessionName));
    }

    /** Keys of any role, by its name (path included). Fails now, not at first use. */
    AwsCredentialsProvider role(AccountId account, String role) {
        return keys(new Key(account, role, SESSION_NAME));
    }

    private AwsCredentialsProvider keys(Key key) {
        current(key);
        return () -> current(key);
    }

    /** Forgets what is kept of an account, so that the next call asks STS again. */
    void forget(AccountId account) {
        sessions.keySet().removeIf(key -> key.account().equals(account));
    }

    /** How many are kept, ended ones included until the next is made. */
    int kept() {
        return sessions.size();
    }

    String arn(AccountId account, String role) {
        return "arn:" + home.partition() + ":iam::" + account + ":role/" + role;
    }

    private AwsSessionCredentials current(Key key) {
        while (true) {
            CompletableFuture<Keys> mine = new CompletableFuture<>();
            CompletableFuture<Keys> kept = sessions.putIfAbsent(key, mine);
            if (kept == null) {
                return lead(key, mine);
            }
            Keys keys = await(kept);
            if (clock.instant().isBefore(keys.expiresAt().minus(RENEW_BEFORE_END))) {
                return keys.credentials();
            }
            sessions.remove(key, kept);
        }
    }

    private AwsSessionCredentials lead(Key key, CompletableFuture<Keys> mine) {
        try {
            Keys keys = assume(key);
            mine.complete(keys);
            dropEnded();
            return keys.credentials();
        } catch (RuntimeException error) {
            sessions.remove(key, mine);
            mine.completeExceptionally(error);
            throw error;
        }
    }

    /** People come and go: their sessions must not stay for good. */
    private void dropEnded() {
        Instant now = clock.instant();
        sessions.values()
                .removeIf(
                        kept ->
                                kept.state() == Future.State.SUCCESS
                                        && !now.isBefore(kept.resultNow().expiresAt()));
    }

    private static Keys await(CompletableFuture<Keys> kept) {
        try {
            return kept.join();
        } catch (CompletionException error) {
            if (error.getCause() instanceof ProblemException problem) {
                throw problem.problem().asException(problem);
            }
            throw error;
        }
    }

    private Keys assume(Key key) {
        AssumeRoleRequest.Builder request =
                AssumeRoleRequest.builder()
                        .roleArn(arn(key.account(), key.role()))
                        .roleSessionName(key.sessionName());
        settings.externalId(key.account()).ifPresent(id -> request.externalId(id.reveal()));
        try {
            Credentials keys = AwsErrors.answered(sts.assumeRole(request.build()).credentials());
            return new Keys(
                    AwsSessionCredentials.create(
                            keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken()),
                    keys.expiration());
        } catch (SdkException error) {
            throw AwsErrors.problem(error);
        }
    }
}
