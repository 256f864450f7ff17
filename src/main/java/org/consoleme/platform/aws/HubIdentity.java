package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/** Who we are to AWS: asked once, and again after an hour. */
@Single
public class HubIdentity {
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private final StsClient sts;
    private final Clock clock;
    private volatile Seen seen;

    @Inject
    HubIdentity(AwsClients clients, Clock clock) {
        this.sts = clients.sts();
        this.clock = clock;
    }

    /**
     * @param arn as STS gave it: {@code …:assumed-role/NAME/SESSION} for a role
     */
    public record Identity(AccountId account, String partition, String arn) {

        /**
         * Our own keys come from a role, so whatever we assume is chained, and STS gives 1 h at
         * most.
         *
         * @see <a
         *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining">role
         *     chaining</a>
         */
        public boolean chained() {
            return arn.contains(":assumed-role/");
        }

        /**
         * Whom a trust policy must name, but for a role's path: STS leaves that out of its answer.
         */
        public String principal() {
            if (!chained()) {
                return arn;
            }
            String role = arn.substring(arn.indexOf('/') + 1, arn.lastIndexOf('/'));
            return "arn:" + partition + ":iam::" + account + ":role/" + role;
        }
    }

    private record Seen(Identity identity, Instant at) {}

    /**
     * @throws org.consoleme.shared.ProblemException {@code Refused} or {@code Unavailable}
     */
    public Identity get() {
        Seen last = seen;
        return last == null || last.at().plus(GOOD_FOR).isBefore(clock.instant())
                ? renewed()
                : last.identity();
    }

    /** Asks STS now. */
    Identity renewed() {
        Seen now = new Seen(ask(), clock.instant());
        seen = now;
        return now.identity();
    }

    private Identity ask() {
        try {
            Arn arn = Arn.fromString(AwsErrors.answered(sts.getCallerIdentity().arn()));
            String account =
                    arn.accountId()
                            .orElseThrow(
                                    () ->
                                            new Problem.Refused(AwsErrors.AWS, "NoAccountInArn")
                                                    .asException());
            return new Identity(new AccountId(account), arn.partition(), arn.toString());
        } catch (SdkException error) {
            throw AwsErrors.problem(error);
        }
    }
}
