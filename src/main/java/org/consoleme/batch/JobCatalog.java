package org.consoleme.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.operations.JobId;
import org.consoleme.shared.Problem;

/** The jobs that exist, in the order in which they follow each other. */
final class JobCatalog {
    static final JobId ACCOUNTS = new JobId("accounts");
    static final JobId ACCOUNT_IAM = new JobId("account-iam");
    static final JobId AGGREGATE = new JobId("aggregate");
    static final JobId AUTHORIZATION = new JobId("authorization");
    static final JobId DELIVER_EVENTS = new JobId("deliver-events");
    static final JobId EXPIRE_GRANTS = new JobId("expire-grants");
    static final JobId EXPIRE_REQUESTS = new JobId("expire-requests");
    static final String ACCEPT_DROP = "accept_drop";

    static final List<Definition> ALL =
            List.of(
                    new Definition(
                            ACCOUNTS,
                            "Lists the AWS accounts",
                            Optional.of(ACCOUNT_IAM),
                            false,
                            Set.of(ACCEPT_DROP)),
                    new Definition(
                            ACCOUNT_IAM,
                            "Reads roles, users, groups and policies of each account",
                            Optional.of(AGGREGATE),
                            true,
                            Set.of()),
                    new Definition(
                            AGGREGATE,
                            "Draws the accounts together and takes away what is no longer ours",
                            Optional.of(AUTHORIZATION),
                            false,
                            Set.of()),
                    new Definition(
                            AUTHORIZATION,
                            "Publishes who may use which role",
                            Optional.empty(),
                            false,
                            Set.of(ACCEPT_DROP)),
                    byItself(DELIVER_EVENTS, "Carries out and announces what is still due"),
                    byItself(EXPIRE_GRANTS, "Announces that grants ran out"),
                    byItself(EXPIRE_REQUESTS, "Ends requests that nobody decided in time"));

    private JobCatalog() {}

    private static Definition byItself(JobId job, String description) {
        return new Definition(job, description, Optional.empty(), false, Set.of());
    }

    static Definition of(JobId job) {
        return ALL.stream()
                .filter(definition -> definition.job().equals(job))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("job", job.value()).asException());
    }

    /** The job that starts {@code job} when it ends well. */
    static Optional<JobId> before(JobId job) {
        return ALL.stream()
                .filter(definition -> definition.follower().equals(Optional.of(job)))
                .map(Definition::job)
                .findFirst();
    }

    /**
     * @param perAccount its runs keep an outcome for each account
     * @param flags parameters that may be given, each {@code true} or {@code false}
     */
    record Definition(
            JobId job,
            String description,
            Optional<JobId> follower,
            boolean perAccount,
            Set<String> flags) {

        void check(Map<String, String> parameters) {
            parameters.forEach(
                    (name, value) -> {
                        if (!flags.contains(name)) {
                            throw new Problem.Invalid(
                                            name, "the job " + job + " has no such parameter")
                                    .asException();
                        }
                        if (!value.equals("true") && !value.equals("false")) {
                            throw new Problem.Invalid(name, "true or false").asException();
                        }
                    });
        }
    }
}
