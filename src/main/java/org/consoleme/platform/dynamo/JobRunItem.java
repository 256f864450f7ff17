package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.ProblemException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A row of {@code consoleme_job_runs}: the run, and a map from account to what became of it. */
final class JobRunItem {
    static final String OUTCOMES = "outcomes";

    /** A row holds 400 KB: with this, 1,000 accounts that all failed fit. */
    private static final int MAX_DETAIL = 250;

    private JobRunItem() {}

    static Map<String, Object> outcomes(List<AccountOutcome> accounts) {
        Map<String, Object> outcomes = new LinkedHashMap<>();
        accounts.forEach(account -> outcomes.put(account.account().value(), outcome(account)));
        return outcomes;
    }

    static Map<String, Object> outcome(AccountOutcome outcome) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("state", outcome.state().name());
        outcome.detail().ifPresent(detail -> values.put("detail", cut(detail)));
        values.put("items", outcome.items());
        outcome.endedAt().ifPresent(at -> values.put("ended_at", at.toEpochMilli()));
        return values;
    }

    private static String cut(String detail) {
        return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL - 1) + "…";
    }

    /**
     * Empty if it is no run of ours. A later release may know more words than this one: a run of an
     * unknown status has ended, an account of an unknown state waits.
     */
    static Optional<JobRun> read(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        Optional<String> id = item.text("run_id");
        Optional<JobId> job = item.text("job").flatMap(JobRunItem::job);
        Optional<Instant> started = item.millis("started_at");
        if (id.isEmpty() || job.isEmpty() || started.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new JobRun(
                        id.get(),
                        job.get(),
                        item.text("batch_status")
                                .flatMap(word -> constant(JobRun.BatchStatus.class, word))
                                .orElse(JobRun.BatchStatus.ABANDONED),
                        item.text("exit_status"),
                        started.get(),
                        item.millis("ended_at"),
                        item.text("started_by").orElse(""),
                        item.text("node").orElse(""),
                        item.flag("stop_wished"),
                        accounts(item)));
    }

    private static Optional<JobId> job(String name) {
        try {
            return Optional.of(new JobId(name));
        } catch (ProblemException noName) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst();
    }

    private static List<AccountOutcome> accounts(Item item) {
        return item.map(OUTCOMES).entrySet().stream()
                .filter(entry -> AccountId.isAccountId(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> account(entry.getKey(), new Item(entry.getValue().m())))
                .toList();
    }

    private static AccountOutcome account(String account, Item outcome) {
        return new AccountOutcome(
                new AccountId(account),
                outcome.text("state")
                        .flatMap(word -> constant(AccountOutcome.State.class, word))
                        .orElse(AccountOutcome.State.WAITING),
                outcome.text("detail"),
                outcome.whole("items").orElse(0L),
                outcome.millis("ended_at"));
    }
}
