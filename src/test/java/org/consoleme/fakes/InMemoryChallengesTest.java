package org.consoleme.fakes;

import org.consoleme.contracts.ChallengesContract;
import org.consoleme.identity.Challenges;

class InMemoryChallengesTest extends ChallengesContract {
    private final Challenges challenges = new InMemoryChallenges();

    @Override
    protected Challenges challenges() {
        return challenges;
    }
}
