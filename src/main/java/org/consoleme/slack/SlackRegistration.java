package org.consoleme.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Clock;
import java.util.EnumSet;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.consoleme.slack.verify.Refusals;
import org.consoleme.slack.verify.SlackVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the Slack door: Bolt's servlet on {@code /slack/events} with our verifier in front, and the
 * socket where there is an app token. Without Slack in the configuration nothing is there and the
 * path is not found.
 */
@WebListener
public class SlackRegistration implements ServletContextListener {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRegistration.class);
    private static final String PATH = "/slack/events";
    private static final int SECONDS_BETWEEN_TRIES = 15;
    private static final int SECONDS_BETWEEN_LOOKS = 3;
    private static final int SECONDS_BETWEEN_ATTEMPTS = 30;

    @Inject SlackSettings settings;
    @Inject SlackApp app;
    @Inject SlackTenant tenant;
    @Inject SlackConnection connection;
    @Inject Refusals refusals;
    @Inject Clock clock;
    @Resource ManagedScheduledExecutorService scheduler;

    @Inject SlackSocket socket;
    @Inject Unfinished unfinished;

    private ScheduledFuture<?> meeting;
    private ScheduledFuture<?> keeping;
    private ScheduledFuture<?> finishing;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!settings.open()) {
            LOG.atInfo().addKeyValue("detail", connection.look().detail()).log("slack door closed");
            return;
        }
        App bolt = app.make();
        if (settings.overHttp()) {
            listen(event.getServletContext(), bolt);
        }
        meeting =
                scheduler.scheduleWithFixedDelay(
                        going("meeting", this::meetSlack),
                        0,
                        SECONDS_BETWEEN_TRIES,
                        TimeUnit.SECONDS);
        finishing =
                scheduler.scheduleWithFixedDelay(
                        going("unfinished", unfinished::turn),
                        SECONDS_BETWEEN_ATTEMPTS,
                        SECONDS_BETWEEN_ATTEMPTS,
                        TimeUnit.SECONDS);
        if (settings.overSocket()) {
            keeping =
                    scheduler.scheduleWithFixedDelay(
                            going("socket", () -> socket.keep(bolt)),
                            0,
                            SECONDS_BETWEEN_LOOKS,
                            TimeUnit.SECONDS);
        }
    }

    private void listen(ServletContext context, App bolt) {
        context.addServlet("slack", new SlackAppServlet(bolt)).addMapping(PATH);
        context.addFilter(
                        "slack-verifier",
                        new SlackVerifier(
                                settings.signingSecret().orElseThrow(), tenant, refusals, clock))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, PATH);
    }

    /** The scheduler forgets a task that throws: whatever it was, the next turn tries again. */
    private static Runnable going(String what, Runnable turn) {
        return () -> {
            try {
                turn.run();
            } catch (RuntimeException e) {
                LOG.atError().addKeyValue("turn", what).setCause(e).log("slack turn failed");
            }
        };
    }

    private void meetSlack() {
        if (!tenant.known()) {
            LOG.atInfo()
                    .addKeyValue("state", connection.look().state())
                    .log("asked slack who we are");
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (meeting != null) {
            meeting.cancel(true);
        }
        if (finishing != null) {
            finishing.cancel(true);
        }
        if (keeping != null) {
            keeping.cancel(true);
            socket.close();
        }
    }
}
