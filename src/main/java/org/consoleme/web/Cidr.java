package org.consoleme.web;

import java.net.InetAddress;
import java.util.Optional;
import org.consoleme.shared.Problem;

/**
 * A block of IP addresses, {@code 10.0.0.0/8} or {@code 2001:db8::/32}; a single address is a block
 * too. Names are never resolved.
 */
public record Cidr(InetAddress network, int bits) {
    /**
     * @param key the configuration key that {@code text} came from
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with that key
     */
    public static Cidr parse(String key, String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress network = address(parts[0]).orElseThrow(() -> wrong(key, text).asException());
        int width = network.getAddress().length * Byte.SIZE;
        try {
            int bits = parts.length == 1 ? width : Integer.parseInt(parts[1]);
            if (bits >= 0 && bits <= width) {
                return new Cidr(network, bits);
            }
        } catch (NumberFormatException e) {
            throw wrong(key, text).asException(e);
        }
        throw wrong(key, text).asException();
    }

    /** Reads a literal address; a zone ({@code %eth0}) is dropped. */
    static Optional<InetAddress> address(String text) {
        String literal = text.strip();
        int zone = literal.indexOf('%');
        try {
            return Optional.of(
                    InetAddress.ofLiteral(zone < 0 ? literal : literal.substring(0, zone)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        byte[] own = network.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((own[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Problem wrong(String key, String text) {
        return new Problem.Invalid(key, "no address block: " + text);
    }
}
