package org.consoleme.slack;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinks;
import org.consoleme.shared.OnceStore;
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

    private final Authorities authorities;
    private final SlackLinks links;
    private final SlackPosts posts;
    private final OnceStore once;

    @Inject
    public AdminAlerts(
            Authorities authorities, SlackLinks links, SlackPosts posts, OnceStore once) {
        this.authorities = authorities;
        this.links = links;
        this.posts = posts;
        this.once = once;
    }

    /**
     * Once a day for the same thing, and rather twice than never. Whoever cannot be reached is in
     * the log.
     *
     * @param about names the thing; at most 200 characters
     */
    public void tell(String about, SlackMessage message) {
        if (!firstTimeToday(about)) {
            return;
        }
        List<SlackKey> people =
                authorities.admins().stream()
                        .filter(UserId::isUserId)
                        .flatMap(user -> links.of(new UserId(user)).stream().limit(1))
                        .distinct()
                        .limit(MOST)
                        .toList();
        LOG.atError()
                .addKeyValue("about", about)
                .addKeyValue("told", people.size())
                .log("administrators have to look at this");
        people.forEach(key -> tell(key, message));
    }

    private void tell(SlackKey key, SlackMessage message) {
        try {
            posts.post(posts.direct(key.user()), message);
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("user", key)
                    .addKeyValue("problem", e.problem().getClass().getSimpleName())
                    .log("administrator not told");
        }
    }

    private boolean firstTimeToday(String about) {
        try {
            return once.firstTime("slack-alert:" + about, ONCE_A_DAY);
        } catch (ProblemException away) {
            return true;
        }
    }
}
