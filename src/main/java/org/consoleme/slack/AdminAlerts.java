package org.consoleme.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinks;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.slack.message.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the administrators, in direct messages, what they have to look at: those whom {@code
 * application_admin} and {@code can_admin} name as users and who are linked; who is in their groups
 * is not known here.
 */
@Single
public class AdminAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(AdminAlerts.class);
    private static final Duration ONCE_A_DAY = Duration.ofDays(1);
    private static final int MOST = 10;
    private static final int MOST_REMEMBERED = 10_000;

    private final Authorities authorities;
    private final SlackLinks links;
    private final SlackPosts posts;
    private final DirectMessages direct;
    private final Ephemeral store;
    private final Unfinished unfinished;
    private final Cache<String, Boolean> toldHere =
            Caffeine.newBuilder().expireAfterWrite(ONCE_A_DAY).maximumSize(MOST_REMEMBERED).build();

    @Inject
    public AdminAlerts(
            Authorities authorities,
            SlackLinks links,
            SlackPosts posts,
            Ephemeral store,
            Unfinished unfinished) {
        this.authorities = authorities;
        this.links = links;
        this.posts = posts;
        direct = new DirectMessages(posts);
        this.store = store;
        this.unfinished = unfinished;
    }

    /**
     * Each of them once a day for the same thing, and rather twice than never: whom Slack does not
     * let us tell now is told later. Whoever cannot be reached at all is in the log.
     *
     * @param about names the thing; at most 200 characters
     */
    public void tell(String about, SlackMessage message) {
        unfinished.attempt("alert " + about, () -> tellAll(about, message));
    }

    private record Administrator(UserId user, List<SlackKey> keys) {}

    private void tellAll(String about, SlackMessage message) {
        List<Administrator> people =
                authorities.admins().stream()
                        .filter(UserId::isUserId)
                        .map(UserId::new)
                        .distinct()
                        .map(user -> new Administrator(user, links.of(user)))
                        .filter(one -> !one.keys().isEmpty())
                        .limit(MOST)
                        .toList();
        LOG.atError()
                .addKeyValue("about", about)
                .addKeyValue("people", people.size())
                .log("administrators have to look at this");
        List<ProblemException> later = new ArrayList<>();
        for (Administrator one : people) {
            String mark = "slack-alert:" + about + ":" + one.user().key();
            if (!told(mark)) {
                tell(one, message, mark).ifPresent(later::add);
            }
        }
        if (!later.isEmpty()) {
            throw later.getFirst();
        }
    }

    /**
     * @return why they are to be told later
     */
    private Optional<ProblemException> tell(Administrator one, SlackMessage message, String mark) {
        try {
            direct.reach(one.keys(), channel -> posts.post(channel, message));
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("user", one.user())
                    .addKeyValue("problem", e.problem().getClass().getSimpleName())
                    .log("administrator not told");
            if (!(e.problem() instanceof Problem.Refused)) {
                return Optional.of(e);
            }
        }
        note(mark);
        return Optional.empty();
    }

    private boolean told(String mark) {
        if (toldHere.getIfPresent(mark) != null) {
            return true;
        }
        try {
            return store.get(mark).isPresent();
        } catch (ProblemException away) {
            return false;
        }
    }

    private void note(String mark) {
        toldHere.put(mark, true);
        try {
            store.put(mark, "told", ONCE_A_DAY);
        } catch (ProblemException away) {
            LOG.atInfo().addKeyValue("mark", mark).log("other nodes may tell it once more");
        }
    }
}
