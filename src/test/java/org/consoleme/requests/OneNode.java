package org.consoleme.requests;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;

/** The engine of {@link RequestsFixture}, for the doors' own tests. */
public final class OneNode {
    public static final Caller ALICE = RequestSamples.ALICE;
    public static final Caller BOB = RequestSamples.BOB;
    public static final Caller CAROL = RequestSamples.CAROL;
    public static final Caller DAN = RequestSamples.DAN;
    public static final RoleArn APP = RequestSamples.APP;
    public static final PolicyDocument D = RequestSamples.D;
    public static final PolicyDocument E = RequestSamples.E;

    private final RequestsFixture engine;

    public OneNode() {
        this("");
    }

    /**
     * @param yaml static configuration
     */
    public OneNode(String yaml) {
        engine = new RequestsFixture(yaml);
    }

    public Requests requests() {
        return engine.requests;
    }

    public OpenRequest opening() {
        return engine.opening();
    }

    public ReviewRequest reviewing() {
        return engine.reviewing();
    }

    public EditChange editing() {
        return engine.editing();
    }

    public CancelChange cancellingChange() {
        return engine.cancellingChange();
    }

    public CancelRequest cancelling() {
        return engine.cancelling();
    }

    public CommentOnRequest commenting() {
        return engine.commenting();
    }

    public ReopenRequest reopening() {
        return engine.reopening();
    }

    public LookAtRequest looking() {
        return engine.looking();
    }

    public ListRequests listing() {
        return engine.listing();
    }

    /** Two new policies, {@code logs} and {@code more}: changes 0 and 1. */
    public ChangeRequest twoPolicies() {
        return engine.opened(
                ALICE, RequestSamples.newPolicy("logs"), RequestSamples.newPolicy("more"));
    }

    public ChangeRequest onePolicy() {
        return engine.policyAsked();
    }

    public ChangeRequest role() {
        return engine.roleAsked();
    }

    /** Another role, a minute after what was asked for before. */
    public ChangeRequest roleLater() {
        engine.clock.advance(Duration.ofMinutes(1));
        return engine.roleAsked();
    }

    public ChangeRequest now(ChangeRequest request) {
        return engine.now(request);
    }

    /** Its row is as this release cannot read it. */
    public void spoil(ChangeRequest request) {
        engine.requests.spoil(request.id());
    }

    public Optional<PolicyDocument> live(String policy) {
        return engine.policies.live(APP, policy);
    }

    public List<String> calls() {
        return engine.policies.calls();
    }

    public void awsFailsWith(Problem problem) {
        engine.policies.failsWith(problem);
    }

    /** Carries out what is approved. */
    public void deliver() {
        engine.deliver();
    }

    public void with(OlderRequest older) {
        engine.older.with(older);
    }
}
