package org.consoleme.slack.command;

import static org.consoleme.slack.message.SlackMessage.Piece.plain;

import jakarta.inject.Inject;
import java.util.function.Function;
import org.consoleme.identity.Caller;
import org.consoleme.identity.OfferSlackLink;
import org.consoleme.identity.SlackProfile;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackApi;
import org.consoleme.slack.SlackCall;
import org.consoleme.slack.SlackCallers;
import org.consoleme.slack.SlackMember;
import org.consoleme.slack.SlackSettings;
import org.consoleme.slack.SlackTenant;
import org.consoleme.slack.message.SlackMessage;

/** Runs what needs a person; who is not linked yet gets the link to become one. */
@Single
public class LinkedCallers {
    private final SlackCallers callers;
    private final SlackApi slack;
    private final SlackTenant tenant;
    private final OfferSlackLink offer;
    private final SlackSettings settings;

    @Inject
    public LinkedCallers(
            SlackCallers callers,
            SlackApi slack,
            SlackTenant tenant,
            OfferSlackLink offer,
            SlackSettings settings) {
        this.callers = callers;
        this.slack = slack;
        this.tenant = tenant;
        this.offer = offer;
        this.settings = settings;
    }

    /** What {@code work} says to somebody we know; to others how to become known. */
    public SlackMessage with(SlackCall call, Function<Caller, SlackMessage> work) {
        return callers.callerOf(call).map(work).orElseGet(() -> invite(call));
    }

    public SlackMessage invite(SlackCall call) {
        return invite(call, "");
    }

    /**
     * @param occasion stands before it: what they cannot do while nobody knows them
     */
    public SlackMessage invite(SlackCall call, String occasion) {
        String ticket = offer.handle(profile(call));
        return new SlackMessage()
                .line(plain(occasion + "I don't know you yet."))
                .buttons(
                        SlackMessage.link(
                                "link.open",
                                "Sign in once",
                                settings.page("/link/slack/" + ticket),
                                true))
                .note("The link is for you alone, for ten minutes. It takes half a minute.");
    }

    private SlackProfile profile(SlackCall call) {
        SlackMember member = callers.requireMember(call);
        return new SlackProfile(call.key(), member.name(), workspace(), member.picture());
    }

    /** Asked of Slack only if nobody has asked yet. */
    private String workspace() {
        return tenant.workspace()
                .orElseGet(
                        () -> {
                            SlackApi.Identity identity = slack.identity();
                            tenant.learned(identity);
                            return identity.workspace();
                        });
    }
}
