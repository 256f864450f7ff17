package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobSchedules;
import org.junit.jupiter.api.Test;

class JobScheduleKeysTest {
    @Test
    void howOftenAJobStartsComesFromTheEnvironmentToo() {
        Path nowhere = Path.of("/nowhere");
        Environment environment =
                new Environment(
                        Map.of("JOBS_ACCOUNT_IAM_EVERY_SECONDS", "600"),
                        Map.of(),
                        nowhere,
                        nowhere,
                        nowhere);

        JobSchedules schedules =
                JobSchedules.from(YamlConfiguration.of(Map.of(), KeyCatalogue.get(), environment));

        assertThat(schedules.of(new JobId("account-iam"))).contains(Duration.ofMinutes(10));
        assertThat(schedules.of(new JobId("accounts"))).contains(Duration.ofHours(1));
    }

    @Test
    void theStartCallsAJobsKeyUnknownOnlyWhereThereIsNoSuchJob() {
        Map<String, Object> seconds = Map.of("every_seconds", 60);

        KeyReport report =
                KeyReport.of(
                        Map.of("jobs", Map.of("account_iam", seconds, "account-iam", seconds)),
                        KeyCatalogue.get());

        assertThat(report.unknown())
                .containsExactly(
                        "jobs.account-iam.every_seconds"
                                + " (did you mean jobs.account_iam.every_seconds?)");
    }
}
