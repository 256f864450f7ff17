package org.consoleme.batch.it;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRunner;
import org.consoleme.operations.JobRuns;
import org.consoleme.shared.ProblemException;

/** {@code start}, {@code stop}, {@code latest} (runs of a job) and {@code hold}, as queries. */
@WebServlet("/control")
public class ControlServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int RECENT = 10;

    @Inject private transient JobRunner runner;
    @Inject private transient JobRuns runs;
    @Inject private transient HeldIamReader reader;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/json");
        try {
            StoredJobRuns.JSON.writeValue(
                    response.getWriter(), answer(request.getParameter("do"), request));
        } catch (ProblemException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            response.getWriter().write("\"" + e.problem().sentence() + "\"");
        }
    }

    private Object answer(String what, HttpServletRequest request) {
        String of = request.getParameter("of");
        switch (what) {
            case "start" -> {
                return runner.start(new JobId(of), "test");
            }
            case "stop" -> runner.stop(of);
            case "latest" -> {
                return runs.latest(new JobId(of), RECENT);
            }
            case "hold" -> reader.holdAbove(of);
            default -> throw new IllegalArgumentException(what);
        }
        return "done";
    }
}
