package org.consoleme.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InlinePolicySizeTest {

    @Test
    void theLimitIsReachedByAllPoliciesTogether() {
        assertThat(InlinePolicySize.ofRole(240, 10_000).finding()).isEmpty();
        assertThat(InlinePolicySize.ofRole(241, 10_000).finding())
                .contains(
                        new Finding(
                                Finding.Code.TOO_LONG,
                                "policy_document",
                                "With the other inline policies it is 10241 characters; AWS takes"
                                        + " 10240 for a role, spaces aside."));
    }

    @Test
    void usersAndGroupsHaveLessRoom() {
        assertThat(InlinePolicySize.ofUser(2_048, 0).fits()).isTrue();
        assertThat(InlinePolicySize.ofUser(2_049, 0).fits()).isFalse();
        assertThat(InlinePolicySize.ofGroup(5_120, 0).fits()).isTrue();
        assertThat(InlinePolicySize.ofGroup(5_000, 121).fits()).isFalse();
    }
}
