package org.consoleme.web.weep;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.consoleme.credentials.TemporaryCredentials;
import org.consoleme.shared.Problem;

/** Keys as weep reads them: names as STS spells them, {@code Expiration} in epoch seconds. */
record CredentialsAnswer(@JsonProperty("Credentials") Keys keys) {
    /** weep puts fields into a shell's double quotes, and into a format string. */
    private static final String UNSAFE = "%$`\"'\\";

    /**
     * @throws org.consoleme.shared.ProblemException {@code Refused} if a key has characters that
     *     would do harm in a shell; AWS's never have
     */
    static CredentialsAnswer of(TemporaryCredentials keys) {
        String arn = keys.role().toString();
        return new CredentialsAnswer(
                new Keys(
                        checked(keys.accessKeyId()),
                        checked(keys.secretAccessKey().reveal()),
                        checked(keys.sessionToken().reveal()),
                        keys.expiresAt().getEpochSecond(),
                        safe(arn) ? arn : null));
    }

    private static String checked(String text) {
        if (!safe(text)) {
            throw new Problem.Refused("STS", "UnsafeCharacters").asException();
        }
        return text;
    }

    private static boolean safe(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 127 && UNSAFE.indexOf(c) < 0);
    }

    /**
     * @param expiration epoch seconds
     * @param role left out where its path has characters that a shell would take apart
     */
    record Keys(
            @JsonProperty("AccessKeyId") String accessKeyId,
            @JsonProperty("SecretAccessKey") String secretAccessKey,
            @JsonProperty("SessionToken") String sessionToken,
            @JsonProperty("Expiration") long expiration,
            @JsonProperty("RoleArn") @JsonInclude(JsonInclude.Include.NON_NULL) String role) {
        @Override
        public String toString() {
            return "Keys[role=" + role + "]";
        }
    }
}
