package org.consoleme.slack.requests;

import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.RequestId;
import org.consoleme.slack.SlackPlace;

/** By what name the record knows a copy of a request, and so which of two are the same. */
final class CopyNames {
    private CopyNames() {}

    /** Of one that is to be posted. */
    static Copy of(
            SlackPlace place, ChangeRequest request, RequestFacts facts, PostedCard.Kind kind) {
        return of(place, request.id(), kind, occasion(request, facts, kind));
    }

    /** Of one that stands. */
    static Copy of(SlackPlace place, PostedCard card) {
        return of(place, card.request(), card.kind(), card.occasion());
    }

    private static Copy of(
            SlackPlace place, RequestId request, PostedCard.Kind kind, String occasion) {
        return new Copy(
                place.team() + "#" + place.channel(),
                request,
                kind,
                switch (kind) {
                    case CARD, ENDING -> "";
                    case MESSAGE, BENEFICIARY -> occasion;
                });
    }

    /** What a copy is posted for. */
    static String occasion(ChangeRequest request, RequestFacts facts, PostedCard.Kind kind) {
        return switch (kind) {
            case CARD -> request.hash();
            case MESSAGE, BENEFICIARY -> News.of(request, facts).orElse("");
            case ENDING -> "";
        };
    }
}
