package org.consoleme.requests;

import java.time.Instant;
import org.consoleme.shared.RequestId;

/** A request to be shown, whoever made it. */
public sealed interface SeenRequest {

    RequestId id();

    /** {@link Instant#EPOCH} if an older row does not say. */
    Instant requestedAt();

    record Ours(ChangeRequest request) implements SeenRequest {
        @Override
        public RequestId id() {
            return request.id();
        }

        @Override
        public Instant requestedAt() {
            return request.requestedAt();
        }
    }

    /** One of ours that cannot be read: it stands in lists and on its page, and that is all. */
    record Unreadable(UnreadableRequest request) implements SeenRequest {
        @Override
        public RequestId id() {
            return request.id();
        }

        @Override
        public Instant requestedAt() {
            return request.requestedAt();
        }
    }

    /** Made by ConsoleMe: to be read, and no more. */
    record Older(OlderRequest request) implements SeenRequest {
        @Override
        public RequestId id() {
            return request.id();
        }

        @Override
        public Instant requestedAt() {
            return request.requestedAt().orElse(Instant.EPOCH);
        }
    }
}
