package org.consoleme.notifications;

import java.util.Set;

/**
 * The record of which comments stand in the thread of which card, so that each is said there once:
 * what people say on the web is said in the threads, what they say in a thread stands there
 * already. A comment that was begun and is not known to be said may stand there or not.
 *
 * <p>A card is named by {@link PostedCard#place}, a comment by its id.
 */
public interface CardThreads {

    /** Comments that are known to stand under the card; read consistently. */
    Set<String> said(String place);

    /**
     * Takes note that a comment is about to be said under the card.
     *
     * @return false if somebody began before
     */
    boolean begin(String place, String comment);

    /** It stands there now. Calling it twice, or without having begun, does no harm. */
    void stands(String place, String comment);
}
