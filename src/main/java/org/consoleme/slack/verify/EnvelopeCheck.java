package org.consoleme.slack.verify;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackTenant;

/** What the {@link SlackVerifier} asks besides the signature, for what came over our own socket. */
@Single
public class EnvelopeCheck {
    private static final String SOCKET = "socket";

    private final SlackTenant tenant;
    private final Refusals refusals;

    @Inject
    public EnvelopeCheck(SlackTenant tenant, Refusals refusals) {
        this.tenant = tenant;
        this.refusals = refusals;
    }

    /** Whether it is known what is for us; until then {@link #passes} would refuse all. */
    public boolean ready() {
        return tenant.known();
    }

    /** False, and in the audit trail, if it is not for us or nothing that Slack sends. */
    public boolean passes(String contentType, String body) {
        try {
            SlackEnvelope envelope =
                    SlackEnvelope.read(contentType, body.getBytes(StandardCharsets.UTF_8));
            if (envelope.isFor(tenant)) {
                return true;
            }
            refusals.refused("WrongTenant", SOCKET);
        } catch (ProblemException e) {
            refusals.refused("Malformed", SOCKET);
        }
        return false;
    }
}
