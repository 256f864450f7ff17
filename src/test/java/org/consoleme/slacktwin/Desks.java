package org.consoleme.slacktwin;

import java.util.Set;
import org.consoleme.slacktwin.command.ClickDesk;
import org.consoleme.slacktwin.command.CommandDesk;
import org.consoleme.slacktwin.command.EventDesk;
import org.consoleme.slacktwin.command.Payloads;
import org.consoleme.slacktwin.command.ResponseUrls;
import org.consoleme.slacktwin.command.ShortcutDesk;
import org.consoleme.slacktwin.modal.ModalDesk;

/**
 * Where people's deeds become requests to the app.
 *
 * @param subscribed the events that the app hears of
 */
record Desks(
        CommandDesk commands,
        ClickDesk clicks,
        ShortcutDesk shortcuts,
        EventDesk events,
        ModalDesk modals,
        Set<String> subscribed) {

    static Desks of(Payloads payloads, ResponseUrls responseUrls, Set<String> subscribed) {
        return new Desks(
                new CommandDesk(payloads, responseUrls),
                new ClickDesk(payloads, responseUrls),
                new ShortcutDesk(payloads, responseUrls),
                new EventDesk(payloads),
                new ModalDesk(payloads),
                subscribed);
    }
}
