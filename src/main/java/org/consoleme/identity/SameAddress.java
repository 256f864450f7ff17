package org.consoleme.identity;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Whether a browser and a terminal are seen at one address: then it is likely one person who uses
 * both. Somebody who sends a stranger the link to their own terminal's sign-in is elsewhere.
 */
final class SameAddress {
    private SameAddress() {}

    /** An address that is not known is no other one. */
    static boolean holds(IdentitySettings settings, Challenge challenge, Caller caller) {
        Optional<String> browser = caller.origin().address();
        return !settings.challengeSameAddress()
                || challenge.address().isEmpty()
                || browser.isEmpty()
                || same(challenge.address().get(), browser.get());
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
