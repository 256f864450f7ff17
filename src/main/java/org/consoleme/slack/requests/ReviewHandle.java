package org.consoleme.slack.requests;

import java.util.List;
import java.util.Optional;
import org.consoleme.requests.Review;
import org.consoleme.slack.SlackPlace;

/**
 * What the modal of a decision stands for.
 *
 * @param place of the card that was clicked
 * @param hash of what the modal shows, from our own record of that card
 */
record ReviewHandle(SlackPlace place, Review.Verdict verdict, String hash) {

    List<String> parts() {
        return List.of("review", place.toString(), verdict.name(), hash);
    }

    static Optional<ReviewHandle> of(List<String> parts) {
        return parts.size() == 4 && parts.getFirst().equals("review")
                ? SlackPlace.read(parts.get(1))
                        .map(
                                place ->
                                        new ReviewHandle(
                                                place,
                                                Review.Verdict.valueOf(parts.get(2)),
                                                parts.get(3)))
                : Optional.empty();
    }
}
