package org.consoleme.operations;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.identity.OpaqueId;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Secret;
import org.consoleme.shared.Single;

/**
 * Whether what this node signs holds on all nodes (D-17). Without {@code jwt_secret} each node has
 * a secret of its own, which is bearable for one node alone: as soon as another one is seen, people
 * are signed out at random.
 *
 * <p>Each node leaves its mark at the same place at each look. Whoever finds another mark where its
 * own was has seen another node, and not its own earlier process.
 */
@Single
public class TokenSecretCheck implements Check {
    private static final String PLACE = "token-secret:last-node";
    private static final Duration MARK_LIFE = Duration.ofMinutes(5);
    private static final int SHORTEST_GOOD = 32;
    private static final String ADVICE =
            "Set jwt_secret, 32 bytes or more and the same on all nodes; everybody signs in anew"
                    + " then.";

    private final Optional<Secret> secret;
    private final Ephemeral marks;
    private final String mine = OpaqueId.make();
    private boolean marked;
    private boolean another;

    @Inject
    public TokenSecretCheck(IdentitySettings settings, Ephemeral marks) {
        this.secret = settings.jwtSecret();
        this.marks = marks;
    }

    @Override
    public String name() {
        return "jwt_secret";
    }

    @Override
    public synchronized Finding look() {
        lookForOthers();
        if (secret.isEmpty()) {
            return another
                    ? Finding.down(
                            "not set, and there is another node: sign-ins of one do not hold on"
                                    + " the other",
                            ADVICE)
                    : Finding.degraded(
                            "not set: sign-ins end when this process ends, and a second node could"
                                    + " not read them",
                            ADVICE);
        }
        return secret.get().reveal().getBytes(StandardCharsets.UTF_8).length < SHORTEST_GOOD
                ? Finding.degraded("shorter than 32 bytes: it can be guessed", ADVICE)
                : Finding.up("set");
    }

    /** Once seen, it stays seen: a node that is away comes back. */
    private void lookForOthers() {
        try {
            another |= marked && marks.get(PLACE).filter(last -> !last.equals(mine)).isPresent();
            marks.put(PLACE, mine, MARK_LIFE);
            marked = true;
        } catch (ProblemException away) {
            marked = false;
        }
    }
}
