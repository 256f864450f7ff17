package org.consoleme.slack;

import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
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
 * Opens the Slack door: Bolt's servlet on {@code /slack/events} with our verifier in front. Without
 * Slack in the configuration nothing is there and the path is not found.
 */
@WebListener
public class SlackRegistration implements ServletContextListener {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRegistration.class);
    private static final String PATH = "/slack/events";
    private static final int SECONDS_BETWEEN_TRIES = 15;

    @Inject SlackSettings settings;
    @Inject SlackApp app;
    @Inject SlackTenant tenant;
    @Inject SlackConnection connection;
    @Inject Refusals refusals;
    @Inject Clock clock;
    @Resource ManagedScheduledExecutorService scheduler;

    private ScheduledFuture<?> meeting;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!settings.open()) {
            LOG.atInfo().addKeyValue("detail", connection.look().detail()).log("slack door closed");
            return;
        }
        var servlet =
                event.getServletContext().addServlet("slack", new SlackAppServlet(app.make()));
        servlet.addMapping(PATH);
        event.getServletContext()
                .addFilter(
                        "slack-verifier",
                        new SlackVerifier(
                                settings.signingSecret().orElseThrow(), tenant, refusals, clock))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, PATH);
        meeting =
                scheduler.scheduleWithFixedDelay(
                        this::meetSlack, 0, SECONDS_BETWEEN_TRIES, TimeUnit.SECONDS);
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
    }
}
