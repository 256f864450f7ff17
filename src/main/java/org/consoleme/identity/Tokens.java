package org.consoleme.identity;

import java.util.Optional;

/** Signs and reads tokens; equal tokens sign equally, so that a repeated answer is the same. */
public interface Tokens {
    String sign(Token token);

    /**
     * @return empty for whatever is wrong with it: form, algorithm, signature, time, claims
     */
    Optional<Token> read(String encoded);
}
