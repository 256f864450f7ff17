package org.consoleme.identity;

import org.consoleme.shared.UserId;

/** Tells the administrators that somebody wants a Slack user that is somebody else's. */
public interface SlackLinkAlarm {

    /** Returns at once and never fails: the refusal stands without it. */
    void claimedAgain(SlackKey key, UserId claimer);
}
