package org.consoleme.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Settings;

/**
 * How often each job starts by itself: {@code jobs.<job>.every_seconds}, dashes as underscores; at
 * least 30 s, 0 for never. Jobs that are not named here start only after another, or when asked.
 */
public record JobSchedules(Map<JobId, Duration> every) implements Settings {
    private static final int SHORTEST = 30;

    /** By the job's name as a key has it. */
    private static final Map<String, Duration> DEFAULTS =
            Map.of(
                    "accounts", Duration.ofMinutes(60),
                    "account_iam", Duration.ofMinutes(45),
                    "authorization", Duration.ofMinutes(5),
                    "deliver_events", Duration.ofMinutes(5),
                    "expire_grants", Duration.ofMinutes(10),
                    "expire_requests", Duration.ofMinutes(10));

    public JobSchedules {
        every = Map.copyOf(every);
    }

    public static JobSchedules from(Configuration configuration) {
        Map<JobId, Duration> every = new HashMap<>();
        DEFAULTS.forEach(
                (name, otherwise) -> {
                    String key = "jobs." + name + ".every_seconds";
                    Duration duration = configuration.seconds(key).orElse(otherwise);
                    if (!duration.isZero() && duration.toSeconds() < SHORTEST) {
                        throw new Problem.Invalid(key, "0 for never, or at least " + SHORTEST)
                                .asException();
                    }
                    if (!duration.isZero()) {
                        every.put(new JobId(name.replace('_', '-')), duration);
                    }
                });
        return new JobSchedules(every);
    }

    public Optional<Duration> of(JobId job) {
        return Optional.ofNullable(every.get(job));
    }
}
