package org.consoleme.platform.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consoleme.identity.Audience;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.identity.Token;
import org.consoleme.identity.Tokens;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Secret;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JWTs as ConsoleMe signs them: HS256 with {@code jwt_secret}; ours say in addition which one they
 * are ({@code jti}), when the first of the chain was issued ({@code first_iat}), and for terminals
 * {@code aud}. A browser's has no {@code aud}, so that ConsoleMe still reads it.
 */
@Single
public class HmacTokens implements Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(HmacTokens.class);

    /** As ConsoleMe's: another node's clock may be a little behind. */
    private static final Duration NOT_BEFORE = Duration.ofSeconds(5);

    private static final int MAX_LENGTH = 16_384;
    private static final int KEY_BYTES = 32;
    private static final int MIN_GOOD_SECRET = 32;
    private static final String FIRST_ISSUED = "first_iat";

    private final byte[] key;
    private final String emailClaim;
    private final String groupsClaim;
    private final Clock clock;

    @Inject
    public HmacTokens(IdentitySettings settings, Clock clock) {
        this.key = settings.jwtSecret().map(HmacTokens::keyOf).orElseGet(HmacTokens::randomKey);
        this.emailClaim = settings.emailClaim();
        this.groupsClaim = settings.groupsClaim();
        this.clock = clock;
    }

    @Override
    public String sign(Token token) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .jwtID(token.id())
                        .issueTime(Date.from(token.issuedAt()))
                        .notBeforeTime(Date.from(token.issuedAt().minus(NOT_BEFORE)))
                        .expirationTime(Date.from(token.expiresAt()))
                        .claim(FIRST_ISSUED, token.firstIssuedAt().getEpochSecond())
                        .claim(emailClaim, token.user().value());
        token.groups()
                .ifPresent(
                        groups ->
                                claims.claim(
                                        groupsClaim,
                                        groups.stream().map(GroupName::value).sorted().toList()));
        if (token.audience() != Audience.WEB) {
            claims.audience(token.audience().name().toLowerCase(Locale.ROOT));
        }
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build(),
                        claims.build());
        try {
            JWSSigner signer = new MACSigner(key);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    @Override
    public Optional<Token> read(String encoded) {
        if (encoded.isEmpty() || encoded.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(encoded);
            JWSVerifier verifier = new MACVerifier(key);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(verifier)) {
                return Optional.empty();
            }
            return token(jwt.getJWTClaimsSet(), encoded);
        } catch (ParseException | JOSEException | IllegalArgumentException | ProblemException e) {
            LOG.atDebug().setCause(e).log("token refused");
            return Optional.empty();
        }
    }

    private Optional<Token> token(JWTClaimsSet claims, String encoded) throws ParseException {
        Instant now = clock.instant();
        if (claims.getIssueTime() == null || claims.getExpirationTime() == null) {
            return Optional.empty();
        }
        Instant issued = claims.getIssueTime().toInstant();
        Instant expires = claims.getExpirationTime().toInstant();
        Instant from =
                claims.getNotBeforeTime() == null ? issued : claims.getNotBeforeTime().toInstant();
        Optional<Audience> audience = audience(claims.getAudience());
        String user = claims.getStringClaim(emailClaim);
        if (audience.isEmpty() || user == null || now.isBefore(from) || !now.isBefore(expires)) {
            return Optional.empty();
        }
        Long first = claims.getLongClaim(FIRST_ISSUED);
        return Optional.of(
                new Token(
                        id(claims, encoded),
                        new UserId(user),
                        groups(claims),
                        audience.get(),
                        issued,
                        first == null ? issued : Instant.ofEpochSecond(first),
                        expires));
    }

    /** ConsoleMe's have no id: theirs is derived from the token, so that it can be revoked too. */
    private static String id(JWTClaimsSet claims, String encoded) {
        String id = claims.getJWTID();
        return id != null && id.length() <= 64
                ? id
                : UUID.nameUUIDFromBytes(encoded.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Optional<Set<GroupName>> groups(JWTClaimsSet claims) throws ParseException {
        List<String> names = claims.getStringListClaim(groupsClaim);
        return Optional.ofNullable(names)
                .map(
                        list ->
                                list.stream()
                                        .filter(name -> name != null && !name.isEmpty())
                                        .map(GroupName::new)
                                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Optional<Audience> audience(List<String> claimed) {
        if (claimed.isEmpty()) {
            return Optional.of(Audience.WEB);
        }
        return claimed.equals(List.of("weep")) ? Optional.of(Audience.WEEP) : Optional.empty();
    }

    /**
     * HMAC fills a short key with zeros itself; filled here, the library takes it too and the
     * signature is ConsoleMe's.
     */
    private static byte[] keyOf(Secret secret) {
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_GOOD_SECRET) {
            LOG.atWarn()
                    .addKeyValue("key", "jwt_secret")
                    .log("jwt_secret is shorter than 32 bytes and can be guessed");
        }
        return bytes.length < KEY_BYTES ? Arrays.copyOf(bytes, KEY_BYTES) : bytes;
    }

    private static byte[] randomKey() {
        LOG.atWarn()
                .addKeyValue("key", "jwt_secret")
                .log("jwt_secret is not set: sign-ins end with this process and hold on one node");
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
