package org.consoleme.web.events;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.consoleme.identity.Caller;
import org.consoleme.shared.ProblemException;
import org.consoleme.web.errors.AnswerException;
import org.consoleme.web.errors.ErrorWriter;
import org.consoleme.web.signin.WebCallers;

/**
 * {@code GET /api/v3/events}: what changes, for as long as the page is open. A plain servlet,
 * because a slow reader must hold no thread.
 */
@WebServlet(urlPatterns = "/api/v3/events", asyncSupported = true)
public class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    /** The container's own end, should ours fail: twice as long. */
    private static final long TIMEOUT = OpenConsoles.LIFE.multipliedBy(2).toMillis();

    @Inject transient WebCallers callers;
    @Inject transient OpenConsoles consoles;
    @Inject transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            Caller caller = callers.require(request);
            consoles.requireRoom(caller.user());
            open(caller, request, response);
        } catch (AnswerException e) {
            ErrorWriter.write(request, response, e.answer());
        } catch (ProblemException e) {
            ErrorWriter.write(request, response, e.problem());
        }
    }

    private void open(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(TIMEOUT);
        AtomicReference<EventStream> self = new AtomicReference<>();
        EventStream stream =
                new EventStream(
                        caller.user(),
                        clock.instant(),
                        context,
                        response.getOutputStream(),
                        () -> consoles.remove(self.get()));
        self.set(stream);
        context.addListener(stream);
        consoles.add(stream);
        response.getOutputStream().setWriteListener(stream);
    }
}
