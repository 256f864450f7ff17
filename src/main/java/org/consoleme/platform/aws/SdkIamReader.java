package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.consoleme.accounts.Account;
import org.consoleme.inventory.IamObject;
import org.consoleme.inventory.IamReader;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * Reads an account with two kinds of call: ListRoles, because only it has the maximum session and
 * the description, then GetAccountAuthorizationDetails for all the rest. One page is in memory at a
 * time.
 */
@Single
public class SdkIamReader implements IamReader {
    private static final Logger LOG = LoggerFactory.getLogger(SdkIamReader.class);

    /**
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">1,000
     *     items at most</a>
     */
    private static final int PAGE = 1000;

    private final AwsClients clients;
    private final SpokeSessions sessions;

    @Inject
    SdkIamReader(AwsClients clients, SpokeSessions sessions) {
        this.clients = clients;
        this.sessions = sessions;
    }

    /** What only ListRoles says, and GetRole. */
    record Listed(Duration maxSession, Optional<String> description) {
        static final Listed UNKNOWN = new Listed(IndexedRole.DEFAULT_MAX_SESSION, Optional.empty());

        static Listed of(Role role) {
            return new Listed(
                    role.maxSessionDuration() == null
                            ? IndexedRole.DEFAULT_MAX_SESSION
                            : Duration.ofSeconds(role.maxSessionDuration()),
                    Optional.ofNullable(role.description()).filter(text -> !text.isEmpty()));
        }
    }

    @Override
    public void read(Account account, Consumer<List<IamObject>> pages) {
        try (IamClient iam = clients.iam(sessions.spoke(account.id()))) {
            Map<String, Listed> listed = listRoles(iam, account);
            IamObjects objects = new IamObjects(account.id(), listed);
            Marker marker = new Marker();
            while (marker.more()) {
                String from = marker.next();
                GetAccountAuthorizationDetailsResponse page =
                        iam.getAccountAuthorizationDetails(r -> r.maxItems(PAGE).marker(from));
                marker.after(page.isTruncated(), page.marker());
                pages.accept(objects.of(page));
            }
            if (objects.malformed() > 0) {
                LOG.atWarn()
                        .addKeyValue("account", account.id())
                        .addKeyValue("count", objects.malformed())
                        .log("malformed policy documents kept as text");
            }
        } catch (SdkException error) {
            ProblemException problem = AwsErrors.problem(error);
            if (problem.problem() instanceof Problem.Refused) {
                // a role that was deleted and made anew leaves sessions that never work again
                sessions.forget(account.id());
            }
            throw problem;
        }
    }

    /** A spoke role that ConsoleMe had may lack iam:ListRoles; then roles count as 1 h roles. */
    private static Map<String, Listed> listRoles(IamClient iam, Account account) {
        Map<String, Listed> found = new HashMap<>();
        try {
            Marker marker = new Marker();
            while (marker.more()) {
                String from = marker.next();
                ListRolesResponse page = iam.listRoles(r -> r.maxItems(PAGE).marker(from));
                marker.after(page.isTruncated(), page.marker());
                page.roles().forEach(role -> put(found, role));
            }
        } catch (SdkException error) {
            if (!AwsErrors.isAccessDenied(error)) {
                throw error;
            }
            LOG.atWarn()
                    .addKeyValue("account", account.id())
                    .log("spoke role lacks iam:ListRoles: every role counts as a one hour role");
        }
        return found;
    }

    /** Only what differs from the default takes memory. */
    private static void put(Map<String, Listed> found, Role role) {
        Listed listed = Listed.of(role);
        if (!listed.equals(Listed.UNKNOWN)) {
            found.put(role.arn(), listed);
        }
    }

    /** Where the next page begins. A marker that repeats would never end. */
    private static final class Marker {
        private String next;
        private boolean more = true;

        boolean more() {
            return more;
        }

        String next() {
            return next;
        }

        void after(Boolean truncated, String marker) {
            more = Boolean.TRUE.equals(truncated);
            if (more && (marker == null || marker.equals(next))) {
                throw new Problem.Refused(AwsErrors.AWS, "RepeatedMarker").asException();
            }
            next = marker;
        }
    }
}
