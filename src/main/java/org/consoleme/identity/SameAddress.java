package org.consoleme.identity;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Whether whoever decides or polls is seen at the address where a challenge was made: then it is
 * likely one person. Somebody who sends a stranger the link to their own terminal's sign-in is
 * elsewhere.
 */
final class SameAddress {
    private SameAddress() {}

    /** An address that is not known is no other one. */
    static boolean holds(IdentitySettings settings, Challenge challenge, Optional<String> other) {
        return !settings.challengeSameAddress()
                || challenge.address().isEmpty()
                || other.isEmpty()
                || same(challenge.address().get(), other.get());
    }

    /** This machine has one address in each family: they count as one. */
    private static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            InetAddress first = InetAddress.ofLiteral(one);
            InetAddress second = InetAddress.ofLiteral(other);
            return first.equals(second)
                    || (first.isLoopbackAddress() && second.isLoopbackAddress());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
