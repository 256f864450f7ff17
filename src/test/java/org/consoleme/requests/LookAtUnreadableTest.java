package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.RequestSamples.CAROL;

import org.junit.jupiter.api.Test;

class LookAtUnreadableTest {
    private final RequestsFixture fixture = new RequestsFixture();

    @Test
    void whatCannotBeReadIsLookedAtAsSuchAndNothingCanBeDoneWithIt() {
        ChangeRequest request = fixture.roleAsked();
        fixture.requests.spoil(request.id());

        LookedAtRequest looked = fixture.looking().handle(CAROL, request.id());

        assertThat(looked.seen())
                .isEqualTo(
                        new SeenRequest.Unreadable(
                                new UnreadableRequest(request.id(), request.requestedAt())));
        assertThat(looked.hash()).isEmpty();
        assertThat(looked.rights()).isEmpty();
    }
}
