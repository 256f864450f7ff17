package org.consoleme.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A request in the making: {@link #of} one that is, with some of its parts replaced. */
final class Revised {
    private final ChangeRequest origin;
    private Version version;
    private Instant lastUpdated;
    private Optional<Instant> expiresAt;
    private RequestState state;
    private List<RequestedChange> changes;
    private List<Review> reviews;
    private List<Comment> comments;
    private Optional<String> rule;
    private List<EarlierContent> earlier;

    private Revised(ChangeRequest origin) {
        this.origin = origin;
        this.version = origin.version();
        this.lastUpdated = origin.lastUpdated();
        this.expiresAt = origin.expiresAt();
        this.state = origin.state();
        this.changes = origin.changes();
        this.reviews = origin.reviews();
        this.comments = origin.comments();
        this.rule = origin.rule();
        this.earlier = origin.earlier();
    }

    static Revised of(ChangeRequest origin) {
        return new Revised(origin);
    }

    Revised version(Version stored) {
        version = stored;
        return this;
    }

    Revised at(Instant instant) {
        lastUpdated = instant;
        return this;
    }

    Revised expiresAt(Instant instant) {
        expiresAt = Optional.of(instant);
        return this;
    }

    /** Whatever its changes say. */
    Revised state(RequestState next) {
        state = next;
        return this;
    }

    /** Every change goes through {@code step}; the request then stands where its changes do. */
    Revised each(UnaryOperator<RequestedChange> step) {
        changes = changes.stream().map(step).toList();
        state = Standing.of(changes, lastUpdated);
        return this;
    }

    /** As {@link #each}, for the change with that id. */
    Revised only(String changeId, UnaryOperator<RequestedChange> step) {
        return each(change -> change.id().equals(changeId) ? step.apply(change) : change);
    }

    Revised and(Review review) {
        List<Review> all = new ArrayList<>(reviews);
        all.add(review);
        reviews = all;
        rule = Optional.of(review.rule());
        return this;
    }

    Revised and(Comment comment) {
        List<Comment> all = new ArrayList<>(comments);
        all.add(comment);
        comments = all;
        return this;
    }

    Revised rule(String name) {
        rule = Optional.of(name);
        return this;
    }

    /** Its content so far is an earlier one: it gets more time to decide. */
    Revised remembering() {
        earlier = EarlierContent.with(origin, Optional.empty());
        return this;
    }

    /** Its content so far is an earlier one: this change of it is rewritten. */
    Revised remembering(RequestedChange rewritten) {
        earlier =
                EarlierContent.with(
                        origin,
                        Optional.of(
                                new EarlierContent.Replaced(rewritten.id(), rewritten.change())));
        return this;
    }

    ChangeRequest build() {
        return new ChangeRequest(
                origin.id(),
                version,
                origin.requester(),
                origin.beneficiary(),
                origin.justification(),
                origin.requestedAt(),
                lastUpdated,
                expiresAt,
                state,
                changes,
                reviews,
                comments,
                rule,
                earlier);
    }
}
