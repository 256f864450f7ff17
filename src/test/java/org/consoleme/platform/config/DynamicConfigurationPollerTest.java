package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import jakarta.enterprise.event.Startup;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.consoleme.platform.config.DynamicConfigurationSource.Stored;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DynamicConfigurationPollerTest {
    private static final Instant AT = Instant.ofEpochSecond(1_795_256_623);
    private static final Problem GONE = new Problem.Unavailable("DynamoDB", Duration.ofSeconds(60));

    private final LinesOf lines = new LinesOf(DynamicConfigurationPoller.class);
    private final List<Long> delays = new ArrayList<>();
    private final List<Runnable> scheduled = new ArrayList<>();
    private final List<DynamicConfiguration> changes = new ArrayList<>();
    private final CurrentDynamicConfiguration current =
            new CurrentDynamicConfiguration(YamlConfiguration.ofYaml(""));
    private Supplier<Optional<Stored>> stored = Optional::empty;
    private boolean closed;

    @AfterEach
    void stopListening() {
        lines.close();
    }

    @Test
    void theFirstReadIsAtTheStartAndTheNextAfterTheInterval() {
        stored = () -> version("dynamo_load_interval: 7");
        poller("").start(new Startup());
        assertThat(delays).containsExactly(0L);
        runNext();
        assertThat(delays).containsExactly(0L, 7L);
        stored = () -> version("{}");
        runNext();
        assertThat(delays).containsExactly(0L, 7L, 60L);
    }

    @Test
    void nothingIsReadWhereDynamoIsTurnedOff() {
        poller("config: {load_from_dynamo: false}").start(new Startup());
        assertThat(delays).isEmpty();
    }

    @Test
    void aChangeIsToldOnce() {
        stored = () -> version("groups: {can_admin: [a]}");
        DynamicConfigurationPoller poller = poller("");
        assertThat(poller.poll()).isEmpty();
        assertThat(poller.poll()).isEmpty();
        assertThat(changes).singleElement().isSameAs(changes.getFirst());
        assertThat(changes.getFirst().group("can_admin")).containsExactly("a");
    }

    @Test
    void failingReadsKeepTheLastGoodVersionAndAreSaidOnce() {
        stored = () -> version("groups: {can_admin: [a]}");
        DynamicConfigurationPoller poller = poller("");
        poller.poll();
        stored =
                () -> {
                    throw GONE.asException();
                };
        assertThat(poller.poll()).contains(GONE);
        assertThat(poller.poll()).contains(GONE);
        assertThat(current.get().group("can_admin")).containsExactly("a");
        assertThat(messages(Level.WARN)).hasSize(1);
        stored = () -> version("groups: {can_admin: [a]}");
        poller.poll();
        poller.poll();
        assertThat(messages(Level.INFO)).containsExactly("dynamic configuration can be read again");
    }

    @Test
    void aVersionThatIsNoYamlKeepsTheLastGoodOne() {
        stored = () -> version("groups: {can_admin: [a]}");
        DynamicConfigurationPoller poller = poller("");
        poller.poll();
        stored = () -> version("a: [");
        assertThat(poller.poll()).containsInstanceOf(Problem.Invalid.class);
        assertThat(current.get().group("can_admin")).containsExactly("a");
    }

    @Test
    void anItemThatVanishedKeepsTheLastGoodVersionAndIsSaidOnce() {
        stored = () -> version("groups: {can_admin: [a]}");
        DynamicConfigurationPoller poller = poller("");
        poller.poll();
        stored = Optional::empty;
        poller.poll();
        poller.poll();
        assertThat(current.get().group("can_admin")).containsExactly("a");
        assertThat(messages(Level.WARN)).hasSize(1);
    }

    @Test
    void withoutAnyItemNothingIsSaid() {
        poller("").poll();
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void anUnexpectedFailureDoesNotEndThePolling() {
        stored =
                () -> {
                    throw new IllegalStateException("bug");
                };
        poller("").start(new Startup());
        runNext();
        assertThat(delays).containsExactly(0L, 60L);
        assertThat(messages(Level.ERROR)).hasSize(1);
    }

    @Test
    void afterTheStopNothingIsScheduled() {
        DynamicConfigurationPoller poller = poller("");
        poller.start(new Startup());
        poller.stop();
        runNext();
        assertThat(delays).containsExactly(0L);
    }

    @Test
    void anExecutorThatShutsDownEndsThePolling() {
        closed = true;
        poller("").start(new Startup());
        assertThat(scheduled).isEmpty();
    }

    private DynamicConfigurationPoller poller(String yaml) {
        ScheduledExecutorService executor =
                (ScheduledExecutorService)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {ScheduledExecutorService.class},
                                (_, method, arguments) -> {
                                    assertThat(method.getName()).isEqualTo("schedule");
                                    if (closed) {
                                        throw new RejectedExecutionException();
                                    }
                                    scheduled.add((Runnable) arguments[0]);
                                    delays.add((Long) arguments[1]);
                                    return null;
                                });
        return new DynamicConfigurationPoller(
                YamlConfiguration.ofYaml(yaml),
                () -> () -> stored.get(),
                current,
                executor,
                changes::add);
    }

    private void runNext() {
        scheduled.removeFirst().run();
    }

    private List<String> messages(Level level) {
        return lines.all().stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static Optional<Stored> version(String text) {
        return Optional.of(
                Stored.inflated(DynamicConfigurationText.deflated(text), "ann@example.com", AT));
    }
}
