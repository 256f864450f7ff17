package org.consoleme.identity;

/** A token and its signed form, which is a secret until it leaves in a cookie or a poll. */
public record IssuedToken(Token token, String encoded) {
    @Override
    public String toString() {
        return "IssuedToken[user=" + token.user() + ", expiresAt=" + token.expiresAt() + "]";
    }
}
