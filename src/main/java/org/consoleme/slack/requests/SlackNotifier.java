package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consoleme.access.Grant;
import org.consoleme.access.Ruling;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinks;
import org.consoleme.notifications.Attempts;
import org.consoleme.notifications.Notifier;
import org.consoleme.notifications.PostedCard.Kind;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Requests;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.consoleme.slack.DirectMessages;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackPosts;
import org.consoleme.slack.SlackSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in Slack where a request stands: the channel of its rule, or the approvals channel, and the
 * approvers who are named, until it is decided; then the one who asked; and the one who has a role
 * for a time when that ends soon. Runs again after a failure: what is posted stands in the record
 * of posted cards, and is brought up to date instead of being posted twice. A post whose fate is
 * unknown counts for nothing until the record knows it: its buttons are dead.
 */
@Single
public class SlackNotifier implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(SlackNotifier.class);
    private static final int MOST_DIRECT = 10;

    /** When to look whether what another node was posting stands. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final RequestCopies copies;
    private final RequestFactsReader facts;
    private final Requests requests;
    private final SlackLinks links;
    private final DirectMessages direct;
    private final SlackSettings settings;
    private final CardRoom room;
    private final ToldAlready told;

    @Inject
    public SlackNotifier(
            RequestCopies copies,
            RequestFactsReader facts,
            Requests requests,
            SlackLinks links,
            SlackPosts posts,
            SlackSettings settings,
            CardRoom room,
            ToldAlready told) {
        this.copies = copies;
        this.facts = facts;
        this.requests = requests;
        this.links = links;
        direct = new DirectMessages(posts);
        this.settings = settings;
        this.room = room;
        this.told = told;
    }

    @Override
    public void requestChanged(ChangeRequest request) {
        if (settings.open()) {
            tell(request);
        }
    }

    /** What came of a request shows on its cards. */
    @Override
    public void grantChanged(Grant grant) {
        if (settings.open()) {
            requests.find(grant.request()).ifPresent(this::tell);
        }
    }

    @Override
    public void grantEndsSoon(Grant grant) {
        if (settings.open()) {
            requests.find(grant.request()).ifPresent(request -> remind(request, grant));
        }
    }

    private void remind(ChangeRequest request, Grant grant) {
        Attempts attempts = new Attempts();
        direct(request, facts.of(request), Kind.ENDING, Stream.of(grant.user()), attempts);
        attempts.finish();
    }

    /** What Slack does not take in one place keeps nobody else from hearing. */
    private void tell(ChangeRequest request) {
        RequestFacts known = facts.of(request);
        Attempts attempts = new Attempts(SlackApi::away);
        attempts.attempt(() -> told.adopt(request, known));
        attempts.attempt(() -> copies.refresh(request, known, false));
        if (!told.isLeftOut(request, settings)) {
            tell(request, known, attempts);
        }
        attempts.finish();
    }

    private void tell(ChangeRequest request, RequestFacts known, Attempts attempts) {
        announceBypass(request, known, attempts);
        if (request.state() instanceof RequestState.Pending) {
            ask(request, known, attempts);
        } else if (News.of(request, known).isPresent()) {
            report(request, known, attempts);
        }
    }

    private void ask(ChangeRequest request, RequestFacts known, Attempts attempts) {
        if (known.closed().isEmpty()) {
            show(request, known, attempts);
        } else {
            waitIfUnknown(request, known, attempts);
        }
    }

    /**
     * @return whether it is not known just now who decides
     */
    private static boolean waitIfUnknown(
            ChangeRequest request, RequestFacts known, Attempts attempts) {
        Optional<Ruling.Closed> unknown = known.closed().filter(Ruling.Closed::mayPass);
        unknown.ifPresent(closed -> attempts.attempt(() -> waitForTheRule(request, closed)));
        return unknown.isPresent();
    }

    /** Nobody was asked about what its requester decided with the very command that made it. */
    private void announceBypass(ChangeRequest request, RequestFacts known, Attempts attempts) {
        boolean asks = request.state() instanceof RequestState.Pending;
        if (!asks && told.lacksBypass(request) && !waitIfUnknown(request, known, attempts)) {
            show(request, known, attempts);
        }
    }

    /** The card, to those who decide such requests. */
    private void show(ChangeRequest request, RequestFacts known, Attempts attempts) {
        attempts.attempt(
                () ->
                        room.fill(
                                request,
                                known,
                                channel -> post(request, known, Kind.CARD, channel)));
        Stream<UserId> approvers =
                known.approvers().stream()
                        .filter(UserId::isUserId)
                        .map(UserId::new)
                        .filter(user -> !request.concerns(user));
        direct(request, known, Kind.CARD, approvers, attempts);
    }

    /**
     * @throws ProblemException {@code Unavailable} while it is not known who decides: a card that
     *     says so would go to the wrong people, and nobody would correct it
     */
    private static void waitForTheRule(ChangeRequest request, Ruling.Closed closed) {
        LOG.atWarn()
                .addKeyValue("request", request.id())
                .addKeyValue("cause", closed.cause())
                .log("who decides is not known just now: nobody asked yet");
        throw new Problem.Unavailable("The rule for this request", AGAIN).asException();
    }

    /** Each news once; later states are drawn over it until there is other news. */
    private void report(ChangeRequest request, RequestFacts known, Attempts attempts) {
        direct(request, known, Kind.MESSAGE, Stream.of(request.requester()), attempts);
        if (!request.beneficiary().equals(request.requester())) {
            direct(request, known, Kind.BENEFICIARY, Stream.of(request.beneficiary()), attempts);
        }
    }

    private void direct(
            ChangeRequest request,
            RequestFacts known,
            Kind kind,
            Stream<UserId> people,
            Attempts attempts) {
        attempts.attempt(
                () -> {
                    if (told.heard(request, known, kind)) {
                        return;
                    }
                    Set<String> standing = told.conversations(request, known, kind);
                    people.distinct()
                            .map(links::of)
                            .filter(keys -> !keys.isEmpty())
                            .limit(MOST_DIRECT)
                            .forEach(
                                    keys ->
                                            attempts.attempt(
                                                    () ->
                                                            reach(
                                                                    request, known, kind, keys,
                                                                    standing)));
                });
    }

    /**
     * @param standing the conversations where it stands: whoever has one of them heard of it, by
     *     whichever of their Slack users
     */
    private void reach(
            ChangeRequest request,
            RequestFacts known,
            Kind kind,
            List<SlackKey> person,
            Set<String> standing) {
        if (!standing.isEmpty() && direct.any(person, standing::contains)) {
            return;
        }
        OpenConversation.attempt(
                request,
                () -> {
                    direct.reach(person, channel -> post(request, known, kind, channel));
                    return true;
                });
    }

    /**
     * @return true
     */
    private boolean post(ChangeRequest request, RequestFacts known, Kind kind, String channel) {
        if (!copies.post(request, known, kind, channel)) {
            throw new Problem.Unavailable("Whoever posts this in Slack", AGAIN).asException();
        }
        return true;
    }
}
