package org.consoleme.notifications;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.consoleme.shared.Single;

/** All ways to tell people there are, in their order. */
@Single
public class Notifiers {
    private final List<Notifier> all;

    @Inject
    public Notifiers(@Any Instance<Notifier> all) {
        this(all.stream().toList());
    }

    public Notifiers(List<Notifier> all) {
        this.all = all.stream().sorted(Comparator.comparingInt(Notifier::order)).toList();
    }

    /**
     * Everyone is told, whoever of them fails.
     *
     * @throws RuntimeException the gravest, as {@link Attempts#finish} has it
     */
    void tell(Consumer<Notifier> news) {
        Attempts attempts = new Attempts();
        all.forEach(notifier -> attempts.attempt(() -> news.accept(notifier)));
        attempts.finish();
    }
}
