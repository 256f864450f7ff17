package org.consoleme.slack.events;

import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events: acknowledged at once, done once, over all nodes. What nobody wants is acknowledged
 * too, else Slack would send it again, and in the end nothing any more.
 */
@Single
public class SlackEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);
    private static final int MALFORMED = 400;

    /** Slack tries again later. */
    private static final int UNAVAILABLE = 503;

    private final List<SlackEventHandler> handlers;
    private final SlackWork work;

    @Inject
    public SlackEvents(@Any Instance<SlackEventHandler> handlers, SlackWork work) {
        this(handlers.stream().toList(), work);
    }

    public SlackEvents(List<SlackEventHandler> handlers, SlackWork work) {
        this.handlers = List.copyOf(handlers);
        this.work = work;
    }

    public Response take(EventRequest request) {
        SlackEvent event;
        try {
            event = SlackEvent.read(request.getRequestBodyAsString());
        } catch (IllegalStateException e) {
            LOG.atWarn().addKeyValue("type", request.getEventType()).log("slack event has no id");
            return Response.error(MALFORMED);
        }
        boolean taken =
                handlers.stream()
                        .filter(handler -> handler.wants(event))
                        .findFirst()
                        .map(one -> work.begin("event " + event.id(), () -> one.handle(event)))
                        .orElse(true);
        return taken ? request.getContext().ack() : Response.error(UNAVAILABLE);
    }
}
