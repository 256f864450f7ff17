package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.consoleme.credentials.SessionName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Calls to IAM about one role, for somebody: through the spoke role of its account and no other
 * keys, under a session name that leads back to the person.
 */
@Single
public class SpokeChanges {
    /** ConsoleMe's words, so that filters on CloudTrail go on working. */
    private static final String PURPOSE = "principal-updater-";

    /** The session is of a role that was deleted and made anew, and never works again. */
    private static final String VOID_SESSION = "InvalidClientTokenId";

    /** All calls of one piece of work, the session's included; see {@code RolePolicies}. */
    private static final Duration ALL_CALLS = Duration.ofSeconds(15);

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private final AwsClients clients;
    private final SpokeSessions sessions;
    private final Clock clock;

    @Inject
    SpokeChanges(AwsClients clients, SpokeSessions sessions, Clock clock) {
        this.clients = clients;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @throws ProblemException {@code Refused} with AWS's code and words; {@code Unavailable};
     *     {@code Invalid} if no spoke role is configured or the role is in another partition
     */
    <T> T call(RoleArn role, UserId onBehalfOf, Function<OneRole, T> work) {
        requireOurs(role);
        TimeLeft time = new TimeLeft(clock, ALL_CALLS, LONGEST_CALL);
        AwsCredentialsProvider keys =
                sessions.change(role.account(), SessionName.of(PURPOSE, onBehalfOf));
        try (IamClient iam = clients.iamForChanges(keys)) {
            return work.apply(new OneRole(iam, role, time));
        } catch (SdkException error) {
            if (AwsErrors.code(error).filter(VOID_SESSION::equals).isPresent()) {
                sessions.forget(role.account());
                throw new Problem.Unavailable(AwsErrors.AWS, Duration.ofSeconds(1))
                        .asException(error);
            }
            if (AwsErrors.isAccessDenied(error)) {
                sessions.forget(role.account());
            }
            throw AwsErrors.inItsWords(error);
        }
    }

    /** An account of that number in our own partition would be somebody else's. */
    private void requireOurs(RoleArn role) {
        String ours = clients.home().partition();
        if (!role.partition().equals(ours)) {
            throw new Problem.Invalid(
                            "role", "is in " + role.partition() + ", and this server in " + ours)
                    .asException();
        }
    }
}
